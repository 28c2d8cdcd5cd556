import type { CaseInput, CaseState, Consulted } from "./case.ts";
import { askedUnits } from "./holders.ts";
import { linesTarget } from "./lines.ts";
import type { OpinionsStep, StepId } from "./pipeline.ts";
import { quorumOf, settleStep, stepAt } from "./steps.ts";
import { standingAt } from "./survival.ts";

/** Units asked when the step is entered; an opinion that still stands counts as given. */
export function consultedAt(input: CaseInput, state: CaseState, id: StepId, step: OpinionsStep): Consulted[] {
  const standing = standingAt(input, state, id);
  return askedUnits(input, step, state.facts).map((asked) => {
    const given = standing.findLast(({ unit }) => unit === asked.unit);
    return given?.position === undefined ? asked : { ...asked, answered: given.seq, position: given.position };
  });
}

/** Where a step leads at once, because there is nothing to be done at it; null = it waits. */
function passes(input: CaseInput, state: CaseState, id: StepId): StepId | null {
  const step = stepAt(input, id);
  switch (step.kind) {
    case "decide":
    case "sign": {
      const given = new Set(standingAt(input, state, id).map(({ seq }) => seq)).size;
      return given >= quorumOf(step) ? step.on.approve : null;
    }
    case "opinions":
      return consultedAt(input, state, id, step).every(({ answered }) => answered !== null) ? step.to : null;
    case "lines":
      return linesTarget(step, id, state.lines);
    default:
      return null;
  }
}

export interface Route {
  to: StepId;
  /** Steps passed over because their signatures stand, their lines are decided, or nobody is to be asked. */
  passed: StepId[];
}

/** From `id`, through branches and over steps with nothing to do, to the first that waits. */
export function routeFrom(input: CaseInput, state: CaseState, id: StepId): Route {
  const passed: StepId[] = [];
  let to = settleStep(input, id, state.facts);
  for (let next = passes(input, state, to); next !== null && !passed.includes(to); next = passes(input, state, to)) {
    passed.push(to);
    to = settleStep(input, next, state.facts);
  }
  return { to, passed };
}
