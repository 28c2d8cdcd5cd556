import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import type { FundingDeskView } from "../../../domain/contracts/rounds.ts";
import { useProvider } from "../providers/use-provider.ts";

export function useListDesk(campaignId: string): UseQueryResult<FundingDeskView> {
  const provider = useProvider();
  return useQuery({
    queryKey: ["list-desk", campaignId],
    queryFn: () => provider.getFundingDesk(campaignId),
    // The list's case is opened by the round itself a moment after it begins: nobody should have to reload for it.
    refetchInterval: ({ state: { data } }) => (data && isBeingOpened(data) ? 1_000 : 30_000),
  });
}

const isBeingOpened = ({ campaign, dossier }: FundingDeskView): boolean =>
  campaign.status === "consolidating" && dossier === null;
