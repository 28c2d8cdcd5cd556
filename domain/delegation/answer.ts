import type { LocalDate } from "../calendar/local-time.ts";
import type { PostRef } from "../engine/actor.ts";
import type { Seats } from "../rights/can.ts";
import { isOver, statusOn, type DelegationAct, type DelegationRejection, type DelegationState } from "./delegation.ts";
import { mayRecordFor } from "./recording.ts";

export type Answer = Exclude<DelegationAct["type"], "made">;

interface Answering {
  by: { personId: string; posts: readonly PostRef[] };
  today: LocalDate;
  seats: Seats;
}

/** The delegate accepts or declines; whoever gave it, their records clerk or an administrator ends it. */
function mayAnswer({ terms }: DelegationState, answer: Answer, { by, seats }: Answering): boolean {
  if (answer !== "ended") return by.personId === terms.to.personId;
  return mayRecordFor(by, terms.from, seats) || by.posts.some(({ role }) => role === "admin");
}

export function refusalToAnswer(
  state: DelegationState,
  answer: Answer,
  answering: Answering,
): DelegationRejection | null {
  const status = statusOn(state, answering.today);
  if (isOver(status)) return { code: "delegation-closed", status };
  if (!mayAnswer(state, answer, answering)) return { code: "delegation-not-yours", post: state.terms.from.post };
  return null;
}

/** What somebody may do with it now. An acceptance is given once; it may be given back at any time. */
export const answersFor = (state: DelegationState, answering: Answering): Answer[] =>
  (["accepted", "declined", "ended"] as const).filter(
    (answer) =>
      refusalToAnswer(state, answer, answering) === null && !(answer === "accepted" && state.acceptedAt !== null),
  );
