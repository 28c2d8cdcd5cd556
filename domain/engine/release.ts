import type { CaseInput, CaseState } from "./case.ts";
import { holderOf, stepAt } from "./steps.ts";
import type { Step } from "./pipeline.ts";

/** The unit that writes the paper; a dossier is written by the department that consolidates. */
export const writingUnit = ({ parties }: Pick<CaseInput, "parties">): string | undefined =>
  parties.owner ?? parties.department;

/** At these steps the paper has left the house that wrote it. */
function isOutside(input: CaseInput, step: Step): boolean {
  if (step.fulfilsDuty === true || step.kind === "await" || step.kind === "end" || step.kind === "opinions")
    return true;
  const holder = holderOf(step);
  return holder !== null && input.parties[holder.party] !== writingUnit(input);
}

/** Content versions that have been sent out of the house, with the one that goes out by entering this step. */
export function releasedAt(input: CaseInput, state: CaseState, step: Step): number[] {
  const known = releasedOf(input, state);
  const { content } = state;
  if (!content || known.includes(content.number) || !isOutside(input, step)) return known;
  return [...known, content.number];
}

/** A case from before releases were noted down: what lies outside now is what was sent. */
export function releasedOf(input: CaseInput, state: CaseState): number[] {
  if (state.released) return state.released;
  const sent = state.content !== null && isOutside(input, stepAt(input, state.step));
  return sent ? [state.content?.number ?? 0] : [];
}

/** Text that a house has not yet signed and sent is its own business, even when it has been put forward inside it. */
export const mayBeRead = (
  input: CaseInput,
  state: CaseState,
  { number, units }: { number: number; units: readonly string[] },
): boolean => units.includes(writingUnit(input) ?? "") || releasedOf(input, state).includes(number);
