import type { Actor, CaseInput, CaseState, Instant, LineState, Question } from "./case.ts";
import type { Verb } from "./command.ts";
import { mayUse } from "./may.ts";
import { isReferred, isUndecided, needsExplaining } from "./lines.ts";
import { rightOf } from "./persons.ts";
import { askedOf, retractableBy } from "./questions.ts";
import type { SigningForm, Step, StepId } from "./pipeline.ts";
import type { Rejection } from "./rejection.ts";
import { linesOwed } from "./rules/appraising.ts";
import { marksOf } from "./rules/deciding.ts";
import { proposesAt } from "./rules/proposing.ts";
import { clarifyTargets, stepAt, waysBack } from "./steps.ts";
import { verbsAt } from "./verbs.ts";

export interface Action {
  verb: Verb;
  /** The post (and delegation) in which it would be done: the one that may, else the one that comes closest. */
  actor: Actor;
  enabled: boolean;
  rejection: Rejection | null;
  /** Steps a return may lead back to, or whose holders may be asked. */
  targets: readonly StepId[];
  /** Forms in which this actor may sign. */
  marks: readonly SigningForm[];
  /** Units still awaited, where one of them may be removed. */
  units: readonly string[];
  /** Lines that wait for this act of this actor. */
  lines: readonly string[];
  /** Given line by line: it needs a page, not a word. */
  byLine: boolean;
  /** Open questions that may be answered or taken back. */
  questions: readonly number[];
}

const wrongPost: readonly Rejection["code"][] = ["not-your-step", "not-your-right", "nothing-to-withdraw"];

/** The nearer to "yes", the better it explains a "no": a wrong post says least. */
const distance = (rejection: Rejection | null): number =>
  rejection === null ? 0 : wrongPost.includes(rejection.code) ? 2 : 1;

function best(input: CaseInput, state: CaseState, verb: Verb, actors: readonly Actor[], now: Instant): Action | null {
  const tried = actors.map((actor) => ({ actor, rejection: mayUse({ input, state, verb, actor, now }) }));
  const [first] = tried.sort((a, b) => distance(a.rejection) - distance(b.rejection));
  if (!first) return null;
  return { verb, ...first, enabled: first.rejection === null, ...choicesOf(input, state, verb, first.actor) };
}

const awaited = (state: CaseState): string[] =>
  state.consulted.filter(({ answered }) => answered === null).map(({ unit }) => unit);

function questionsFor(state: CaseState, verb: Verb, actor: Actor): Question[] {
  if (verb === "answer") return askedOf(state, actor);
  return verb === "retract-question" ? retractableBy(state, actor) : [];
}

/** What is to be chosen from when the verb is used. */
function choicesOf(
  input: CaseInput,
  state: CaseState,
  verb: Verb,
  actor: Actor,
): Pick<Action, "targets" | "marks" | "units" | "lines" | "byLine" | "questions"> {
  const step = stepAt(input, state.step);
  const back = (): StepId[] => waysBack(input, state.step, state.facts);
  const targets = verb === "return" ? back() : verb === "clarify" ? clarifyTargets(step) : [];
  return {
    targets,
    marks: verb === "approve" ? marksOf(step, actor) : [],
    units: verb === "unconsult" ? awaited(state) : [],
    lines: linesFor(step, state, verb, actor).map(({ id }) => id),
    byLine: isByLine(step, state, verb, actor),
    questions: questionsFor(state, verb, actor).map(({ seq }) => seq),
  };
}

function isByLine(step: Step, state: CaseState, verb: Verb, actor: Actor): boolean {
  if (verb === "decide-lines" || verb === "resolve-lines") return true;
  return verb === "approve" ? proposesAt(step) : linesFor(step, state, verb, actor).length > 0;
}

function linesFor(step: Step, state: CaseState, verb: Verb, actor: Actor): LineState[] {
  switch (verb) {
    case "opine":
      return linesOwed(state, rightOf(actor).unit);
    case "approve":
      return proposesAt(step) ? state.lines.filter(needsExplaining) : [];
    case "decide-lines":
      return state.lines.filter(isUndecided);
    case "resolve-lines":
      return state.lines.filter(isReferred);
    default:
      return [];
  }
}

/** What may be done now by a person with these posts and, if not, why. The UI draws buttons from it and nothing else. */
export function actionsFor(input: CaseInput, state: CaseState, actors: readonly Actor[], now: Instant): Action[] {
  return verbsAt(input, state.step)
    .map((verb) => best(input, state, verb, actors, now))
    .filter((action): action is Action => action !== null);
}
