import { Box, Typography } from "@mui/material";
import type { CampaignView } from "../../../domain/contracts/campaigns.ts";
import { Facts } from "../elements/Facts.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { useText } from "../i18n/use-text.ts";
import { daysLeft, dueDate } from "../time/dates.ts";
import { count } from "../time/numbers.ts";
import { useNow } from "../time/use-now.ts";

/** What the round asks for, until when, and how many requests lie where. */
export function RoundHead({ round: campaign }: { round: CampaignView }) {
  const text = useText();
  const left = useDaysLeft(campaign);
  const { round, counts } = campaign;
  const at: [string, number][] = [
    [text("rounds.atAgencies"), counts.drafting + counts.inAgency + counts.returned],
    [text("rounds.toAppraise"), counts.sent],
    [text("rounds.accepted"), counts.accepted],
    [text("rounds.inList"), counts.consolidated],
    [text("rounds.out"), counts.out],
  ];
  return (
    <Sheet>
      <Facts
        facts={[
          [text("rounds.window"), round && text(`rounds.windows.${round.window}`)],
          [text("rounds.budgetYear"), round?.budgetYear],
          [text("cycles.effectiveDue"), `${dueDate(campaign.effectiveDue)}${left === null ? "" : ` · ${left}`}`],
        ]}
      />
      {round?.adHoc !== undefined && (
        <Typography sx={{ mt: 1.5 }}>
          <strong>{text("rounds.adHoc")}:</strong> {round.adHoc}
        </Typography>
      )}
      <Box component="section" aria-label={text("rounds.figures")} sx={{ mt: 2 }}>
        <Facts facts={at.map(([label, value]) => [label, count(value)] as const)} />
      </Box>
    </Sheet>
  );
}

/** null: the round takes no more requests. */
export function useDaysLeft({ status, effectiveDue }: CampaignView): string | null {
  const text = useText();
  const left = daysLeft(effectiveDue, useNow());
  if (status !== "open" || left < 0) return null;
  return left === 0 ? text("rounds.lastDay") : text("rounds.daysLeft", { smart_count: left });
}
