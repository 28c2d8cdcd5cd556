import { Box, LinearProgress, Typography } from "@mui/material";
import type { CampaignView } from "../../../domain/contracts/campaigns.ts";
import { useCampaign } from "../cycles/use-campaign.ts";
import { Sheet } from "../elements/Sheet.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import { useText } from "../i18n/use-text.ts";
import { daysLeft, dueDate } from "../time/dates.ts";
import { useNow } from "../time/use-now.ts";

/** How the running cycle stands, for those who answer for the whole of it. */
export function CycleCard({ campaignId, desk }: { campaignId: string; desk: boolean }) {
  const text = useText();
  const { data: campaign } = useCampaign(campaignId);
  if (!campaign) return null;
  return (
    <Sheet
      title={text("home.cycle", { year: campaign.year })}
      aside={
        <Box sx={{ display: "flex", gap: 2 }}>
          {desk && <TextLink to={`/cycles/${campaignId}/desk`}>{text("cycles.desk")}</TextLink>}
          <TextLink to={`/cycles/${campaignId}`}>{text("home.cycleOpen")}</TextLink>
        </Box>
      }
    >
      <Progress campaign={campaign} />
    </Sheet>
  );
}

function Progress({ campaign }: { campaign: CampaignView }) {
  const text = useText();
  const left = daysLeft(campaign.effectiveDue, useNow());
  const { owing, sent, accepted, consolidated, returned, overdue, everSent: handedIn } = campaign.counts;
  const days =
    left === 0
      ? text("home.cycleToday")
      : `${Math.abs(left)} ${text(left > 0 ? "home.cycleDays" : "home.cycleOver", { smart_count: Math.abs(left) })}`;
  const rest: [string, number][] = [
    [text("home.toReceive"), sent],
    [text("home.received"), accepted + consolidated],
    [text("home.sentBack"), returned],
    [text("cycles.overdueCount"), overdue],
  ];
  return (
    <>
      <Box sx={{ display: "flex", flexWrap: "wrap", justifyContent: "space-between", columnGap: 2, mb: 0.75 }}>
        <Typography sx={{ fontWeight: 600 }}>{text("home.sentOf", { sent: handedIn, owing })}</Typography>
        <Typography color="text.secondary">
          {days} · {text("due.on", { date: dueDate(campaign.effectiveDue) })}
        </Typography>
      </Box>
      <LinearProgress
        variant="determinate"
        value={owing === 0 ? 0 : (100 * handedIn) / owing}
        aria-label={text("home.sentOf", { sent: handedIn, owing })}
        sx={{ height: 8, borderRadius: 1 }}
      />
      <Box component="dl" sx={{ display: "flex", flexWrap: "wrap", columnGap: 3, rowGap: 0.5, m: 0, mt: 1.5 }}>
        {rest.map(([label, value]) => (
          <Box key={label} sx={{ display: "flex", gap: 0.75 }}>
            <Box component="dt" sx={{ color: "text.secondary" }}>
              {label}
            </Box>
            <Box component="dd" sx={{ m: 0, fontWeight: 600 }}>
              {value}
            </Box>
          </Box>
        ))}
      </Box>
    </>
  );
}
