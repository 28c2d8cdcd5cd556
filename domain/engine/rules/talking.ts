import { holdersOfStep } from "../holders.ts";
import { clarifyTargets } from "../steps.ts";
import { firstRefusal, required, type Rules } from "./rule.ts";

export const talkingRules: Rules<"clarify" | "answer" | "comment"> = {
  clarify: {
    event: "clarification-asked",
    at: (step) => clarifyTargets(step).length > 0,
    who: "holders",
    fourEyes: true,
    ready: ({ state }) => (state.question ? { code: "question-open" } : null),
    check: ({ state, step, body }) => {
      const allowed = [...clarifyTargets(step)];
      if (body.to !== undefined && !allowed.includes(body.to)) {
        return { code: "target-not-allowed", to: body.to, allowed };
      }
      const unknown = firstRefusal(body.lines ?? [], (line) =>
        state.lines.some(({ id }) => id === line) ? null : { code: "line-unknown", line },
      );
      return unknown ?? required("reason", body.reason);
    },
    effect: ({ input, state, step, body }) => {
      const target = body.to ?? clarifyTargets(step)[0];
      const asked = target === undefined ? [] : holdersOfStep(input, target, state.facts);
      return { data: { reason: body.reason, asked, ...(body.lines && { lineIds: body.lines }) } };
    },
  },
  answer: {
    event: "clarified",
    at: (step) => clarifyTargets(step).length > 0,
    who: "asked",
    fourEyes: false,
    check: ({ body }) => required("comment", body.comment),
    effect: ({ state, body }) => ({
      data: { comment: body.comment, ...(state.question && { refersTo: state.question.seq }) },
    }),
  },
  comment: {
    event: "commented",
    at: (step) => step.kind !== "end",
    who: "seated",
    fourEyes: false,
    check: ({ body }) => required("comment", body.comment),
    effect: ({ body }) => ({ data: { comment: body.comment } }),
  },
};
