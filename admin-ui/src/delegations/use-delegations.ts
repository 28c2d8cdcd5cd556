import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { endpoints } from "../../../domain/contracts/index.ts";
import type { DelegationRequest, DelegationView } from "../../../domain/contracts/delegations.ts";
import { call } from "../providers/api-client.ts";

export const useDelegations = (open: boolean, cursor: string | undefined) =>
  useQuery({
    queryKey: ["delegations", open, cursor ?? ""],
    queryFn: ({ signal }) =>
      call(endpoints.listDelegations, {
        query: { limit: "50", ...(open && { open: "1" as const }), ...(cursor && { cursor }) },
        signal,
      }),
  });

export const useDelegation = (delegationId: string) =>
  useQuery({
    queryKey: ["delegations", delegationId],
    queryFn: ({ signal }) => call(endpoints.getDelegation, { params: { delegationId }, signal }),
  });

export const useChoices = () =>
  useQuery({
    queryKey: ["delegations", "choices"],
    queryFn: ({ signal }) => call(endpoints.listDelegationChoices, { signal }),
  });

export const useRecord = (delegationId: string) =>
  useQuery({
    queryKey: ["delegations", delegationId, "events"],
    queryFn: ({ signal }) => call(endpoints.listDelegationEvents, { params: { delegationId }, signal }),
  });

export const useActs = (delegationId: string, cursor: string | undefined) =>
  useQuery({
    queryKey: ["delegations", delegationId, "acts", cursor ?? ""],
    queryFn: ({ signal }) =>
      call(endpoints.listDelegatedActs, { params: { delegationId }, query: { ...(cursor && { cursor }) }, signal }),
  });

/** Rights move with a delegation: whatever is on screen may read otherwise now. */
const useRefresh = () => {
  const client = useQueryClient();
  return () => client.invalidateQueries();
};

export function useMake() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: DelegationRequest) => call(endpoints.makeDelegation, { body }),
    onSuccess: refresh,
  });
}

export type AnswerName = DelegationView["answers"][number];

export function useAnswer(delegationId: string) {
  const refresh = useRefresh();
  const params = { delegationId };
  return useMutation({
    mutationFn: ({ answer, reason }: { answer: AnswerName; reason: string }) => {
      if (answer === "accepted") return call(endpoints.acceptDelegation, { params, body: {} });
      const endpoint = answer === "declined" ? endpoints.declineDelegation : endpoints.endDelegation;
      return call(endpoint, { params, body: { reason } });
    },
    onSuccess: refresh,
  });
}
