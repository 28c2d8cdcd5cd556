import type { CaseEvent, CaseInput } from "./case.ts";
import type { Milestone } from "./pipeline.ts";
import { stepAt } from "./steps.ts";

const goesBack = (event: CaseEvent): boolean =>
  event.type === "withdrawn" || (event.toRound !== undefined && event.toRound > event.round);

/** What the campaign hears of a transition: the milestone of the step entered, or that the file went back. */
export function milestoneOf(input: CaseInput, event: CaseEvent): Milestone | null {
  if (event.to === undefined || input.campaignId === null) return null;
  const milestone = stepAt(input, event.to).milestone ?? null;
  return milestone ?? (goesBack(event) ? "returned" : null);
}
