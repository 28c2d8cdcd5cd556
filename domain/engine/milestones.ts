import type { CaseEvent, CaseInput } from "./case.ts";
import type { Milestone, StepId } from "./pipeline.ts";
import { goesBackwards } from "./recall.ts";
import { stepAt } from "./steps.ts";

/** The steps a case came through by an event, in order: those passed over at once, then the one where it rests. */
export const stepsEntered = ({ to, data }: CaseEvent): StepId[] =>
  to === undefined ? [] : [...(data.passed ?? []), to];

/** What the campaign hears of a transition: the milestones of the steps entered, or that the file went back. */
export function milestonesOf(input: CaseInput, event: CaseEvent): Milestone[] {
  if (event.to === undefined || input.campaignId === null) return [];
  const reached = stepsEntered(event).flatMap((id) => stepAt(input, id).milestone ?? []);
  return reached.length === 0 && goesBackwards(event) ? ["returned"] : [...new Set(reached)];
}
