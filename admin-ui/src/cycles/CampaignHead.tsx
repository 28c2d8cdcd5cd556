import type { ReactNode } from "react";
import { Box, Typography } from "@mui/material";
import type { CampaignView } from "../../../domain/contracts/campaigns.ts";
import { useText } from "../i18n/use-text.ts";
import { daysLeft, dueDate } from "../time/dates.ts";
import { percent } from "../time/numbers.ts";
import { useNow } from "../time/use-now.ts";

interface FigureProps {
  value: ReactNode;
  label: string;
  note?: string | undefined;
}

const Figure = ({ value, label, note }: FigureProps) => (
  <Box sx={{ p: { xs: 2, sm: 2.5 }, bgcolor: "background.paper" }}>
    <Typography component="p" sx={{ fontSize: "1.75rem", fontWeight: 600, lineHeight: 1.2, letterSpacing: "-0.02em" }}>
      {value}
    </Typography>
    <Typography sx={{ fontWeight: 600, fontSize: "0.875rem" }}>{label}</Typography>
    {note && (
      <Typography variant="caption" color="text.secondary">
        {note}
      </Typography>
    )}
  </Box>
);

/** Three dates of one term, the two rates and the days that are left. */
export function CampaignHead({ campaign }: { campaign: CampaignView }) {
  const text = useText();
  const left = daysLeft(campaign.effectiveDue, useNow());
  const owing = text("cycles.rateOf", { owing: campaign.counts.owing });
  const countdown =
    left === 0
      ? text("home.cycleToday")
      : text(left > 0 ? "home.cycleDays" : "home.cycleOver", { smart_count: Math.abs(left) });
  const dates: [string, string][] = [
    [text("cycles.internalTarget"), dueDate(campaign.internalTarget)],
    [text("cycles.legalDue"), dueDate(campaign.legalDue)],
    [text("cycles.effectiveDue"), dueDate(campaign.effectiveDue)],
  ];
  return (
    <Box sx={frame}>
      <Box sx={figures}>
        <Figure
          value={Math.abs(left)}
          label={countdown}
          note={text("due.on", { date: dueDate(campaign.effectiveDue) })}
        />
        <Figure value={percent(campaign.completeness)} label={text("cycles.completeness")} note={owing} />
        <Figure value={percent(campaign.timeliness)} label={text("cycles.timeliness")} note={owing} />
        <Figure value={campaign.counts.overdue} label={text("cycles.overdueCount")} />
      </Box>
      <Box component="dl" sx={terms}>
        {dates.map(([label, value]) => (
          <Box key={label} sx={{ display: "flex", gap: 1 }}>
            <Box component="dt" sx={{ color: "text.secondary" }}>
              {label}
            </Box>
            <Box component="dd" sx={{ m: 0, fontWeight: 600 }}>
              {value}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}

const frame = {
  border: 1,
  borderColor: "divider",
  borderRadius: 3,
  overflow: "clip",
  mb: 2.5,
  bgcolor: "divider",
} as const;
const figures = {
  display: "grid",
  gap: "1px",
  gridTemplateColumns: { xs: "repeat(2, minmax(0, 1fr))", md: "repeat(4, minmax(0, 1fr))" },
} as const;
const terms = {
  display: "flex",
  flexWrap: "wrap",
  columnGap: 4,
  rowGap: 0.5,
  m: 0,
  mt: "1px",
  px: 2.5,
  py: 1.5,
  fontSize: "0.875rem",
  bgcolor: "background.paper",
} as const;
