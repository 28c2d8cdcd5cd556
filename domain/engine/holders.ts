import type { Assignment, CaseInput, CaseState, PostRef } from "./case.ts";
import type { Holder, StepId } from "./pipeline.ts";
import { holderOf, stepAt } from "./steps.ts";

/** The posts behind a holder; none when no unit sits in that party. */
export function postsOfHolder(input: CaseInput, holder: Holder): PostRef[] {
  const unit = input.parties[holder.party];
  return unit ? holder.roles.map((role) => ({ unit, role })) : [];
}

export function holdersOfStep(input: CaseInput, id: StepId): Assignment[] {
  const holder = holderOf(stepAt(input, id));
  return holder ? postsOfHolder(input, holder) : [];
}

/** Posts (or the one person) at which the case lies now: one inbox row each. An `await` step lies with nobody. */
export function holdersOf(input: CaseInput, state: CaseState): Assignment[] {
  if (state.outcome !== null || stepAt(input, state.step).kind === "await") return [];
  return state.assigned ? [state.assigned] : holdersOfStep(input, state.step);
}

export const samePost = (a: PostRef, b: PostRef): boolean => a.unit === b.unit && a.role === b.role;
