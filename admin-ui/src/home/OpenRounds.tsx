import { Box, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import type { CampaignView } from "../../../domain/contracts/campaigns.ts";
import { Sheet } from "../elements/Sheet.tsx";
import { ProblemNotice } from "../elements/States.tsx";
import { Tag } from "../elements/Tag.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import { useText } from "../i18n/use-text.ts";
import { useProvider } from "../providers/use-provider.ts";
import { BeginRequest } from "../rounds/BeginRequest.tsx";
import { useDaysLeft } from "../rounds/RoundHead.tsx";
import { dueDate } from "../time/dates.ts";

/** Rounds that take requests now; none takes no place. */
export function OpenRounds() {
  const text = useText();
  const provider = useProvider();
  const rounds = useQuery({
    queryKey: ["campaigns", "open-rounds"],
    queryFn: () => provider.listCampaigns({ kind: "funding-round", status: "open" }),
    refetchInterval: 60_000,
  });
  const open = rounds.data?.items ?? [];
  if (rounds.error) return <ProblemNotice error={rounds.error} retry={() => void rounds.refetch()} />;
  if (open.length === 0) return null;
  return (
    <Sheet flush title={text("rounds.openNow")}>
      <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
        {open.map((round) => (
          <OpenRoundRow key={round.id} round={round} />
        ))}
      </Box>
    </Sheet>
  );
}

function OpenRoundRow({ round: campaign }: { round: CampaignView }) {
  const text = useText();
  const left = useDaysLeft(campaign);
  const { round } = campaign;
  return (
    <Box component="li" data-row sx={rowStyle}>
      <Box sx={{ flex: "1 1 260px", minWidth: 0 }}>
        <TextLink to={`/rounds/${campaign.id}`}>{round?.name}</TextLink>
        <Typography variant="body2" color="text.secondary">
          {round && `${text(`rounds.windows.${round.window}`)}, ${round.budgetYear}`}
        </Typography>
      </Box>
      <Tag tone="accent">
        {text("due.on", { date: dueDate(campaign.effectiveDue) })}
        {left !== null && ` · ${left}`}
      </Tag>
      <BeginRequest round={campaign} />
    </Box>
  );
}

const rowStyle = {
  display: "flex",
  flexWrap: "wrap",
  alignItems: "center",
  gap: 1.5,
  px: { xs: 2, sm: 2.5 },
  py: 1.75,
  borderTop: 1,
  borderColor: "divider",
} as const;
