import type { CaseEvent, CaseInput, CaseState } from "./case.ts";
import type { Milestone } from "./pipeline.ts";
import { stepAt } from "./steps.ts";

/** What the campaign hears of a transition: the milestone of the step entered, or that a sent report went back. */
export function milestoneOf(input: CaseInput, event: CaseEvent, state: CaseState): Milestone | null {
  if (event.to === undefined || input.campaignId === null) return null;
  const milestone = stepAt(input, event.to).milestone ?? null;
  if (milestone !== null || event.type !== "returned") return milestone;
  return state.sentAt === null && state.content === null ? null : "returned";
}
