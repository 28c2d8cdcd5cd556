import { ifKnown } from "../calendar/index.ts";
import type { Assignment, CaseInput, CaseState, Facts, Instant } from "./case.ts";
import { RUNNING } from "./clock.ts";
import { dueOfStep, targetOfStep } from "./due.ts";
import { holdersOf, holdersOfStep } from "./holders.ts";
import type { StepId } from "./pipeline.ts";
import { onward, settleStep, stepAt } from "./steps.ts";

export interface Waypoint {
  step: StepId;
  phase: "done" | "current" | "ahead";
  holders: Assignment[];
  /** When it should be through, if everybody uses the whole of their time. */
  expectedAt: Instant | null;
}

/** The straight way from the start to the end, branches taken as settings and facts say. */
export function straightWay(input: CaseInput, facts: Facts = {}): StepId[] {
  const way: StepId[] = [];
  let next: StepId | null = settleStep(input, input.pipeline.start, facts);
  while (next !== null && !way.includes(next)) {
    way.push(next);
    const target = onward(stepAt(input, next));
    next = target === null ? null : settleStep(input, target, facts);
  }
  return way;
}

/** A step ahead is expected by its level's own target where it has one, else by its due date. */
function expected(input: CaseInput, state: CaseState, step: StepId, from: Instant): Instant | null {
  const extended = state.clock.extended.filter((extension) => extension.of === "case");
  const there = { ...state, step, enteredAt: from, clock: { ...RUNNING, extended, left: state.clock.left } };
  return ifKnown(() => targetOfStep(input, there) ?? dueOfStep(input, there));
}

/** "Who is next": where the case has been, where it lies, and when the rest may be expected. */
export function waypointsOf(input: CaseInput, state: CaseState): Waypoint[] {
  const way = straightWay(input, state.facts);
  const here = way.indexOf(state.step);
  let clock = state.enteredAt;
  return way.map((step, index): Waypoint => {
    if (index < here)
      return { step, phase: "done", holders: holdersOfStep(input, step, state.facts), expectedAt: null };
    const due = index === here ? state.dueAt : expected(input, state, step, clock);
    clock = Math.max(clock, due ?? clock);
    const holders = index === here ? holdersOf(input, state) : holdersOfStep(input, step, state.facts);
    return { step, phase: index === here ? "current" : "ahead", holders, expectedAt: due };
  });
}
