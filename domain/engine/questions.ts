import type { Actor, CaseInput, CaseState, Question } from "./case.ts";
import { among, samePost } from "./holders.ts";
import { personsOf, rightOf } from "./persons.ts";
import { stepAt } from "./steps.ts";

export const questionsOf = (state: CaseState): readonly Question[] => state.questions ?? [];

/** Questions that this actor may answer. */
export const askedOf = (state: CaseState, actor: Actor): Question[] =>
  questionsOf(state).filter(({ to }) => among(to, actor));

/** The one question of whoever asks now. */
export const questionBy = (state: CaseState, actor: Actor): Question | undefined =>
  questionsOf(state).find(({ persons }) => personsOf(actor).some((person) => persons.includes(person)));

/** Questions that this actor may take back: their own, their post's; an administrator any, where nobody is left to. */
export const retractableBy = (state: CaseState, actor: Actor): Question[] =>
  questionsOf(state).filter(
    ({ post, persons }) =>
      samePost(post, rightOf(actor)) ||
      persons.includes(actor.personId) ||
      (rightOf(actor).role === "admin" && actor.onBehalfOf === undefined),
  );

/** The question that is meant: the one named, or the only one there is. */
export function meant(open: readonly Question[], seq: number | undefined): Question | undefined {
  if (seq !== undefined) return open.find((question) => question.seq === seq);
  return open.length === 1 ? open[0] : undefined;
}

/**
 * A desk that waits for an answer rests its own time. Where several units are asked at once, one unit's question does
 * not stop the time of the others.
 */
export const restsWhileAsking = (input: CaseInput, state: CaseState): boolean =>
  stepAt(input, state.step).kind !== "opinions";
