import type { DelegationEvent, DelegationTerms, Seated } from "./delegation.ts";

export type DelegationNoticeKind = `delegation-${DelegationEvent["type"]}`;

export interface DelegationNotice {
  kind: DelegationNoticeKind;
  to: Seated;
  params: Record<string, string>;
  /** One notice per event and receiver. */
  key: string;
}

/** Both hear of it, except from themselves. */
export function noticesOfDelegation(terms: DelegationTerms, event: DelegationEvent): DelegationNotice[] {
  const { from, to, start, end } = terms;
  const { type, by, seq, delegationId } = event;
  const params = {
    by: by.name,
    from: from.name,
    to: to.name,
    start,
    end,
    ...("reason" in event && { reason: event.reason }),
  };
  return [from, to]
    .filter(({ personId }) => personId !== by.personId)
    .map((person) => ({
      kind: `delegation-${type}` as const,
      to: person,
      params,
      key: `delegation#${delegationId}#${seq}:${person.personId}`,
    }));
}
