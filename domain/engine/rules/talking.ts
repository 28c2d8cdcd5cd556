import type { Question } from "../case.ts";
import { holdersOfStep } from "../holders.ts";
import { askedOf, meant, questionBy, retractableBy } from "../questions.ts";
import type { Rejection } from "../rejection.ts";
import { clarifyTargets } from "../steps.ts";
import { firstRefusal, required, type Rules } from "./rule.ts";

/** Several may wait; which one is meant must then be said. */
const checkMeant = (questions: readonly Question[], seq: number | undefined): Rejection | null =>
  meant(questions, seq) ? null : { code: "question-unclear", questions: questions.map((one) => one.seq) };

export const talkingRules: Rules<"clarify" | "answer" | "retract-question" | "comment"> = {
  clarify: {
    event: "clarification-asked",
    at: (step) => clarifyTargets(step).length > 0,
    who: "holders",
    fourEyes: true,
    ready: ({ state, actor }) => (questionBy(state, actor) ? { code: "question-open" } : null),
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
    check: ({ state, actor, body }) =>
      checkMeant(askedOf(state, actor), body.question) ?? required("comment", body.comment),
    effect: ({ state, actor, body }) => {
      const question = meant(askedOf(state, actor), body.question);
      return { data: { comment: body.comment, ...(question && { refersTo: question.seq, told: [question.post] }) } };
    },
  },
  "retract-question": {
    event: "clarification-withdrawn",
    at: (step) => clarifyTargets(step).length > 0,
    who: "asker",
    fourEyes: false,
    check: ({ state, actor, body }) =>
      checkMeant(retractableBy(state, actor), body.question) ?? required("reason", body.reason),
    effect: ({ state, actor, body }) => {
      const question = meant(retractableBy(state, actor), body.question);
      return { data: { reason: body.reason, ...(question && { refersTo: question.seq, told: question.to }) } };
    },
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
