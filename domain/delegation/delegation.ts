import type { LocalDate } from "../calendar/local-time.ts";
import type { Instant, PostRef } from "../engine/actor.ts";

/** A person in a post, as both stand in the record for ever. */
export interface Seated {
  personId: string;
  name: string;
  post: PostRef;
}

/** What a written authorisation (giấy ủy quyền) says. It never changes: another wish is another delegation. */
export interface DelegationTerms {
  id: string;
  /** Whose post it is. */
  from: Seated;
  /** Who acts in that post, from a post of their own. */
  to: Seated;
  start: LocalDate;
  /** Last day on which it holds. */
  end: LocalDate;
  /** Pipelines it is for; empty: all of them. */
  pipelines: readonly string[];
  /** Integer đồng; null: no limit. */
  ceiling: string | null;
  document: { number: string; date: LocalDate };
  /** Holds only once the delegate has agreed. */
  needsAcceptance: boolean;
}

export type DelegationAct =
  { type: "made"; terms: DelegationTerms } | { type: "accepted" } | { type: "declined" | "ended"; reason: string };

/** One entry of a delegation's own sealed chain. */
export type DelegationEvent = DelegationAct & { delegationId: string; seq: number; at: Instant; by: Seated };

export interface DelegationState {
  terms: DelegationTerms;
  acceptedAt: Instant | null;
  ended: { at: Instant; how: "declined" | "ended" } | null;
}

export type DelegationStatus = "awaiting" | "upcoming" | "valid" | "declined" | "ended" | "expired";

/** How it stands on a day. */
export function statusOn({ terms, acceptedAt, ended }: DelegationState, today: LocalDate): DelegationStatus {
  if (ended) return ended.how;
  if (today > terms.end) return "expired";
  if (terms.needsAcceptance && acceptedAt === null) return "awaiting";
  return today < terms.start ? "upcoming" : "valid";
}

/** Nothing can be done with it any more. */
export const isOver = (status: DelegationStatus): boolean =>
  status === "declined" || status === "ended" || status === "expired";

/** Why a delegation is not made, not answered or not ended. */
export type DelegationRejection =
  | { code: "delegation-not-yours"; post: PostRef }
  | { code: "delegation-post-not-held"; name: string; post: PostRef }
  | { code: "delegation-passed-on"; name: string; post: PostRef }
  | { code: "delegation-role-unfit"; post: PostRef; who: "from" | "to" }
  | { code: "delegation-other-body"; from: PostRef; to: PostRef }
  | { code: "delegation-to-self" }
  | { code: "delegation-period"; why: "reversed" | "past" | "too-long" | "document-later" }
  | { code: "delegation-overlap"; name: string; start: LocalDate; end: LocalDate }
  | { code: "delegation-loop"; names: readonly string[] }
  | { code: "delegation-closed"; status: DelegationStatus };
