import type { Actor, CaseInput, CaseState, Instant } from "./case.ts";
import type { Verb } from "./command.ts";
import { mayUse } from "./may.ts";
import type { StepId } from "./pipeline.ts";
import type { Rejection } from "./rejection.ts";
import { returnTargets, stepAt } from "./steps.ts";
import { verbsAt } from "./verbs.ts";

export interface Action {
  verb: Verb;
  /** The post (and delegation) in which it would be done: the one that may, else the one that comes closest. */
  actor: Actor;
  enabled: boolean;
  rejection: Rejection | null;
  /** Steps a return may lead back to. */
  targets: readonly StepId[];
}

/** The nearer to "yes", the better it explains a "no": a wrong post says least. */
const distance = (rejection: Rejection | null): number =>
  rejection === null ? 0 : rejection.code === "not-your-step" ? 2 : 1;

function best(input: CaseInput, state: CaseState, verb: Verb, actors: readonly Actor[], now: Instant): Action | null {
  const tried = actors.map((actor) => ({ actor, rejection: mayUse({ input, state, verb, actor, now }) }));
  const [first] = tried.sort((a, b) => distance(a.rejection) - distance(b.rejection));
  if (!first) return null;
  const targets = verb === "return" ? returnTargets(stepAt(input, state.step)) : [];
  return { verb, ...first, enabled: first.rejection === null, targets };
}

/** What may be done now by a person with these posts and, if not, why. The UI draws buttons from it and nothing else. */
export function actionsFor(input: CaseInput, state: CaseState, actors: readonly Actor[], now: Instant): Action[] {
  return verbsAt(input, state.step)
    .map((verb) => best(input, state, verb, actors, now))
    .filter((action): action is Action => action !== null);
}
