import type { Assignment, CaseInput, CaseState, ContentRef, EventData, EventType } from "./case.ts";
import type { CommandBody, Verb } from "./command.ts";
import type { Step, StepId } from "./pipeline.ts";
import type { Rejection } from "./rejection.ts";
import { returnTargets, stepAt } from "./steps.ts";

export interface VerbContext<B extends CommandBody = CommandBody> {
  input: CaseInput;
  state: CaseState;
  step: Step;
  body: B;
}

/** What an accepted verb changes; `to` absent = the step goes on. */
export interface Effect {
  to?: StepId;
  /** A return opens a new round. */
  newRound?: boolean;
  content?: ContentRef;
  data: EventData;
}

/** One row per verb: where it exists, who may use it, what refuses it, what it does. */
export interface VerbRule<B extends CommandBody> {
  event: EventType;
  at: (step: Step) => boolean;
  who: "holders" | "admin";
  /** Refused to the authors of the content: nobody decides on their own case. */
  fourEyes: boolean;
  check: (context: VerbContext<B>) => Rejection | null;
  effect: (context: VerbContext<B>) => Effect;
}

type Rules = { [V in Verb]: VerbRule<Extract<CommandBody, { verb: V }>> };

const accept = (): null => null;
const required = (field: string, text: string): Rejection | null =>
  text.trim() === "" ? { code: "reason-required", field } : null;
const note = (comment: string | undefined): EventData => (comment ? { comment } : {});

function approvalTarget(step: Step): StepId | null {
  if (step.kind === "decide" || step.kind === "sign") return step.on.approve;
  return null;
}

const quorumOf = (step: Step): number => (step.kind === "decide" ? (step.quorum ?? 1) : 1);

/** Roles that can never take a step, whatever an administrator reassigns. */
const withoutApproval: readonly string[] = ["admin", "auditor"];

function checkAssignee({ input, to }: { input: CaseInput; to: Assignment }): Rejection | null {
  const seated = Object.values(input.parties).includes(to.unit);
  return seated && !withoutApproval.includes(to.role) ? null : { code: "assignee-not-allowed", to };
}

function checkGather(step: Step, included: number, owing: number): Rejection | null {
  const percent = step.kind === "gather" ? step.minimumPercent : 0;
  const needed = Math.ceil((owing * percent) / 100);
  return included >= needed ? null : { code: "minimum-not-reached", included, needed };
}

export const verbRules: Rules = {
  submit: {
    event: "submitted",
    at: (step) => step.kind === "submit",
    who: "holders",
    fourEyes: false,
    check: accept,
    effect: ({ step, body }) => ({
      ...(step.kind === "submit" && { to: step.to }),
      content: body.content,
      data: { ...note(body.comment), drafters: body.drafters },
    }),
  },
  approve: {
    event: "approved",
    at: (step) => approvalTarget(step) !== null,
    who: "holders",
    fourEyes: true,
    check: accept,
    effect: ({ step, state, body }) => {
      const target = approvalTarget(step);
      // A vote by delegation blocks two persons but counts once.
      const given = new Set(state.votes.map((vote) => vote.seq)).size;
      const enough = given + 1 >= quorumOf(step);
      return { ...(enough && target !== null && { to: target }), data: note(body.comment) };
    },
  },
  return: {
    event: "returned",
    at: (step) => returnTargets(step).length > 0,
    who: "holders",
    fourEyes: true,
    check: ({ step, body }) => {
      const allowed = [...returnTargets(step)];
      if (body.to !== undefined && !allowed.includes(body.to)) {
        return { code: "target-not-allowed", to: body.to, allowed };
      }
      return required("reason", body.reason);
    },
    effect: ({ step, body }) => {
      const to = body.to ?? returnTargets(step)[0];
      return {
        ...(to !== undefined && { to }),
        newRound: true,
        data: { reasonCode: body.code, reason: body.reason, sections: body.sections },
      };
    },
  },
  reject: {
    event: "rejected",
    at: (step) => step.kind === "decide" && step.on.reject !== undefined,
    who: "holders",
    fourEyes: true,
    check: ({ body }) => required("reason", body.reason),
    effect: ({ step, body }) => ({
      ...(step.kind === "decide" && step.on.reject !== undefined && { to: step.on.reject }),
      data: { reasonCode: body.code, reason: body.reason },
    }),
  },
  freeze: {
    event: "frozen",
    at: (step) => step.kind === "gather",
    who: "holders",
    fourEyes: false,
    check: ({ step, body }) => {
      const silent = body.missing.find((member) => member.reason.trim() === "");
      if (silent) return { code: "missing-unexplained", unit: silent.unit };
      return checkGather(step, body.included, body.owing);
    },
    effect: ({ step, body }) => ({
      ...(step.kind === "gather" && { to: step.to }),
      content: body.content,
      data: { included: body.included, missing: body.missing, drafters: body.drafters },
    }),
  },
  issue: {
    event: "issued",
    at: (step) => step.kind === "issue",
    who: "holders",
    fourEyes: false,
    check: accept,
    effect: ({ step, body }) =>
      step.kind === "issue"
        ? { to: step.to, data: { ...note(body.comment), series: step.series } }
        : { data: note(body.comment) },
  },
  reassign: {
    event: "reassigned",
    at: (step) => step.kind !== "await" && step.kind !== "end",
    who: "admin",
    fourEyes: false,
    check: ({ input, body }) => required("reason", body.reason) ?? checkAssignee({ input, to: body.to }),
    effect: ({ body }) => ({ data: { reason: body.reason, assigned: body.to } }),
  },
  remind: {
    event: "reminded",
    at: (step) => step.kind !== "await" && step.kind !== "end",
    who: "admin",
    fourEyes: false,
    check: ({ body }) => required("reason", body.reason),
    effect: ({ body }) => ({ data: { reason: body.reason } }),
  },
};

/** The rule of a verb, seen without the type of its body: the caller has matched verb and body already. */
export const ruleOf = (verb: Verb): VerbRule<CommandBody> => verbRules[verb] as unknown as VerbRule<CommandBody>;

export const verbsAt = (input: CaseInput, id: StepId): Verb[] => {
  const step = stepAt(input, id);
  return (Object.keys(verbRules) as Verb[]).filter((verb) => ruleOf(verb).at(step));
};
