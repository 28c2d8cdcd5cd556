import type { CaseInput } from "./case.ts";
import type { CommandBody, Verb } from "./command.ts";
import type { Step, StepId } from "./pipeline.ts";
import { administeringRules } from "./rules/administering.ts";
import { decidingRules } from "./rules/deciding.ts";
import { draftingRules } from "./rules/drafting.ts";
import { lineRules } from "./rules/lines.ts";
import { migratingRules } from "./rules/migrating.ts";
import { opinionRules } from "./rules/opinions.ts";
import type { Rules, VerbRule, Who } from "./rules/rule.ts";
import { talkingRules } from "./rules/talking.ts";
import { stepAt } from "./steps.ts";

/** Every verb there is; a new one does not compile until it has its row. The order is that of the buttons. */
export const verbRules: Rules<Verb> = {
  ...decidingRules,
  ...opinionRules,
  ...lineRules,
  ...draftingRules,
  ...talkingRules,
  ...administeringRules,
  ...migratingRules,
};

/** The rule of a verb, seen without the type of its body: the caller has matched verb and body already. */
export const ruleOf = (verb: Verb): VerbRule<CommandBody> => verbRules[verb] as unknown as VerbRule<CommandBody>;

export const whoUses = (verb: Verb, step: Step): Who => ruleOf(verb).whoAt?.[step.kind] ?? ruleOf(verb).who;

const ofKind: Partial<Record<Step["kind"], Verb>> = {
  submit: "submit",
  decide: "approve",
  sign: "approve",
  opinions: "opine",
  gather: "freeze",
  issue: "issue",
  lines: "decide-lines",
};

/** Kinds of steps that go on only by an act refused to the content's authors. */
export const fourEyesKinds: readonly Step["kind"][] = (Object.keys(ofKind) as Step["kind"][]).filter((kind) => {
  const verb = ofKind[kind];
  return verb !== undefined && ruleOf(verb).fourEyes;
});

/** The verbs that a case offers at a step. */
export const verbsAt = (input: CaseInput, id: StepId): Verb[] => {
  const step = stepAt(input, id);
  return (Object.keys(verbRules) as Verb[]).filter((verb) => ruleOf(verb).at(step) && !ruleOf(verb).elsewhere);
};
