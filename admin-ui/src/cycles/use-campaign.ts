import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import type { CampaignView } from "../../../domain/contracts/campaigns.ts";
import { useProvider } from "../providers/use-provider.ts";

export function useCampaign(campaignId: string): UseQueryResult<CampaignView> {
  const provider = useProvider();
  return useQuery({
    queryKey: ["campaign", campaignId],
    queryFn: () => provider.getCampaign(campaignId),
    refetchInterval: 30_000,
  });
}
