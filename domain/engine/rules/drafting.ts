import type { EventData } from "../case.ts";
import type { Frozen } from "../command.ts";
import type { Rejection } from "../rejection.ts";
import type { Step } from "../pipeline.ts";
import { takenBack } from "../recall.ts";
import { GENESIS } from "../seal.ts";
import { note, required, type Rules } from "./rule.ts";

const frozenData = ({ drafters, facts, lines }: Frozen): EventData => ({
  drafters,
  ...(facts && { facts }),
  ...(lines && { lines }),
});

function checkLines(step: Step, lines: number): Rejection | null {
  const most = step.kind === "gather" ? step.lines?.most : undefined;
  if (most === undefined) return null;
  if (lines === 0) return { code: "no-lines" };
  return lines > most ? { code: "too-many-lines", lines, most } : null;
}

function checkGather(step: Step, included: number, owing: number): Rejection | null {
  const percent = step.kind === "gather" ? step.minimumPercent : 0;
  const needed = Math.ceil((owing * percent) / 100);
  return included >= needed ? null : { code: "minimum-not-reached", included, needed };
}

/** A hash of nothing stands for content that the server never froze. */
const checkStored = ({ content }: Frozen): Rejection | null =>
  content.hash === GENESIS ? { code: "content-not-stored" } : null;

/** Steps at which somebody else may already have acted, so that what was sent there can be taken back. */
const takesIn: readonly Step["kind"][] = ["decide", "sign", "lines", "opinions", "issue", "await", "submit", "gather"];

export const draftingRules: Rules<"submit" | "freeze" | "withdraw" | "retract"> = {
  submit: {
    event: "submitted",
    at: (step) => step.kind === "submit",
    who: "holders",
    fourEyes: false,
    check: ({ body }) => checkStored(body),
    effect: ({ step, body }) => ({
      ...(step.kind === "submit" && { to: step.to }),
      content: body.content,
      data: { ...note(body.comment), ...frozenData(body) },
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
      return (
        checkStored(body) ?? checkGather(step, body.included, body.owing) ?? checkLines(step, body.lines?.length ?? 0)
      );
    },
    effect: ({ step, body }) => ({
      ...(step.kind === "gather" && { to: step.to }),
      content: body.content,
      data: { included: body.included, missing: body.missing, ...frozenData(body) },
    }),
  },
  retract: {
    event: "retracted",
    at: (step) => step.retract !== undefined,
    who: "retractor",
    fourEyes: false,
    check: ({ body }) => required("reason", body.reason),
    effect: ({ step, body }) => ({
      ...(step.retract && { to: step.retract.to }),
      newRound: true,
      data: { reason: body.reason },
    }),
  },
  withdraw: {
    event: "withdrawn",
    at: (step) => takesIn.includes(step.kind),
    who: "sender",
    fourEyes: false,
    check: ({ body }) => required("reason", body.reason),
    effect: ({ state, step, body, actor }) => {
      const data = { reason: body.reason };
      const taken = takenBack(state, actor);
      if (taken) return { ...(taken.to !== undefined && { to: taken.to }), data: { ...data, refersTo: taken.seq } };
      return { ...(step.kind === "submit" && step.withdraw !== undefined && { to: step.withdraw }), data };
    },
  },
};
