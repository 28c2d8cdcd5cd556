import type { ActionView } from "../../domain/contracts/cases.ts";
import type { Actor, CaseInput, CaseState } from "../../domain/engine/case.ts";
import { actionsFor, type Action } from "../../domain/engine/actions.ts";
import { verbLabel } from "../../domain/engine/labels.ts";
import { stepAt } from "../../domain/engine/steps.ts";
import type { Step } from "../../domain/engine/pipeline.ts";
import { whoUses } from "../../domain/engine/verbs.ts";
import type { Language } from "../http/language.ts";
import { rejectionText } from "../http/rejection-problem.ts";
import { namesOfCase, postView, unitName, type Units } from "./names.ts";

export interface ActionContext {
  input: CaseInput;
  state: CaseState;
  actors: Actor[];
  now: number;
  units: Units;
  language: Language;
}

/** Whose verb it is not, a button that can never be theirs explains nothing. */
function concerns({ enabled, verb }: Action, step: Step, actors: Actor[]): boolean {
  const who = whoUses(verb, step);
  const admin = actors.some((actor) => actor.post.role === "admin");
  return enabled || who === "holders" || ((who === "admin" || who === "urger") && admin);
}

const behalfView = ({ onBehalfOf }: Actor, units: Units): ActionView["as"]["onBehalfOf"] =>
  onBehalfOf
    ? { delegationId: onBehalfOf.delegationId, name: onBehalfOf.name, post: postView(units, onBehalfOf.post) }
    : null;

/** Buttons of the caller with, for the disabled ones, why: the same function that will judge the command. */
export function actionViews({ input, state, actors, now, units, language }: ActionContext): ActionView[] {
  const names = namesOfCase(input, units)(language);
  const step = stepAt(input, state.step);
  const mine = actionsFor(input, state, actors, now).filter((action) => concerns(action, step, actors));
  return mine.map((action) => ({
    verb: action.verb,
    label: verbLabel(step, action.verb),
    as: { ...action.actor.post, onBehalfOf: behalfView(action.actor, units) },
    enabled: action.enabled,
    reason: action.rejection && rejectionText(action.rejection, names, language).detail,
    targets: action.targets.map((target) => ({ step: target, name: stepAt(input, target).name })),
    marks: [...action.marks],
    lines: [...action.lines],
    byLine: action.byLine,
    questions: [...action.questions],
    units: action.units.map((unit) => ({ unit, unitName: unitName(units, unit) })),
  }));
}
