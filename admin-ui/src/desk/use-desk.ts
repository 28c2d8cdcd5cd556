import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import type { DeskView, MemberView } from "../../../domain/contracts/campaigns.ts";
import { useProvider } from "../providers/use-provider.ts";

export function useDesk(campaignId: string): UseQueryResult<DeskView> {
  const provider = useProvider();
  return useQuery({
    queryKey: ["desk", campaignId],
    queryFn: () => provider.getDesk(campaignId),
    // The dossier is opened by the cycle itself moments after consolidation begins: nobody should have to reload for it.
    refetchInterval: ({ state: { data } }) => (data && isBeingOpened(data) ? 1_000 : 30_000),
  });
}

export const isBeingOpened = ({ campaign, dossier }: DeskView): boolean =>
  campaign.status === "consolidating" && dossier === null;

export interface Group {
  key: "waiting" | "returned" | "missing" | "inCount" | "excluded";
  members: MemberView[];
}

/** What needs a hand comes first: reports to receive, then those sent back, then those that never came. */
export function groupMembers(members: readonly MemberView[]): Group[] {
  const at = (...positions: MemberView["position"][]) => members.filter(({ position }) => positions.includes(position));
  return [
    { key: "waiting", members: at("sent") },
    { key: "returned", members: at("returned") },
    { key: "missing", members: at("drafting", "in-agency") },
    { key: "inCount", members: at("accepted", "consolidated") },
    { key: "excluded", members: at("excluded") },
  ];
}

/** Every agency that owes a report and has none accepted: each must be explained when the figures are frozen. */
export const unexplained = (members: readonly MemberView[]): MemberView[] =>
  members.filter(({ position }) => !["accepted", "consolidated", "excluded"].includes(position));
