import type { Actor } from "../case.ts";
import { rightOf } from "../persons.ts";
import type { SigningForm, Step, StepId } from "../pipeline.ts";
import { quorumOf, returnTargets, waysBack } from "../steps.ts";
import { checkProposals, proposesAt } from "./proposing.ts";
import { accept, note, required, type Rules } from "./rule.ts";

function approvalTarget(step: Step): StepId | null {
  return step.kind === "decide" || step.kind === "sign" ? step.on.approve : null;
}

function rejectTarget(step: Step): StepId | undefined {
  return step.kind === "decide" || step.kind === "sign" ? step.on.reject : undefined;
}

/** Forms in which this person may sign here. A delegate signs TUQ., and nobody else does (NĐ 30/2020 art. 13). */
export function marksOf(step: Step, actor: Actor): SigningForm[] {
  if (step.kind !== "sign") return [];
  const forms = step.marks[rightOf(actor).role] ?? [];
  return forms.filter((mark) => (mark === "TUQ.") === (actor.onBehalfOf !== undefined));
}

function markGiven(step: Step, actor: Actor, wanted: SigningForm | undefined): SigningForm | null {
  const allowed = marksOf(step, actor);
  const [only] = allowed;
  const mark = wanted ?? (allowed.length === 1 ? only : undefined);
  return mark !== undefined && allowed.includes(mark) ? mark : null;
}

export const decidingRules: Rules<"approve" | "return" | "reject" | "issue"> = {
  approve: {
    event: "approved",
    at: (step) => approvalTarget(step) !== null,
    who: "holders",
    fourEyes: true,
    check: ({ step, state, actor, body }) => {
      if (proposesAt(step)) return checkProposals(state, body.proposals ?? []);
      if (step.kind !== "sign" || markGiven(step, actor, body.mark) !== null) return null;
      return { code: "mark-not-allowed", mark: body.mark ?? null, allowed: marksOf(step, actor) };
    },
    effect: ({ step, state, actor, body }) => {
      const target = approvalTarget(step);
      const mark = markGiven(step, actor, body.mark);
      // A vote by delegation blocks two persons but counts once.
      const given = new Set(state.votes.map((vote) => vote.seq)).size;
      const enough = given + 1 >= quorumOf(step);
      return {
        ...(enough && target !== null && { to: target }),
        data: {
          ...note(body.comment),
          ...(mark !== null && { mark }),
          ...(proposesAt(step) && { proposals: body.proposals ?? [] }),
        },
      };
    },
  },
  return: {
    event: "returned",
    at: (step) => returnTargets(step).length > 0,
    who: "holders",
    // A unit that is asked gives its opinion; whether the file goes back is for the post that coordinates.
    whoAt: { opinions: "coordinator" },
    fourEyes: true,
    ready: ({ input, state: { step, facts } }) =>
      waysBack(input, step, facts).length > 0 ? null : { code: "target-not-allowed", to: step, allowed: [] },
    check: ({ input, state, body }) => {
      const allowed = waysBack(input, state.step, state.facts);
      if (body.to !== undefined && !allowed.includes(body.to)) {
        return { code: "target-not-allowed", to: body.to, allowed };
      }
      return required("reason", body.reason);
    },
    effect: ({ input, state, body }) => {
      const to = body.to ?? waysBack(input, state.step, state.facts)[0];
      return {
        ...(to !== undefined && { to }),
        newRound: true,
        data: { reasonCode: body.code, reason: body.reason, sections: body.sections },
      };
    },
  },
  reject: {
    event: "rejected",
    at: (step) => rejectTarget(step) !== undefined,
    who: "holders",
    fourEyes: true,
    check: ({ body }) => required("reason", body.reason),
    effect: ({ step, body }) => {
      const to = rejectTarget(step);
      return { ...(to !== undefined && { to }), data: { reasonCode: body.code, reason: body.reason } };
    },
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
};
