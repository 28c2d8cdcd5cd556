import { assignablePosts } from "../assigning.ts";
import type { Assignment, CaseState } from "../case.ts";
import { extensionRefusal } from "../clock.ts";
import { samePost } from "../holders.ts";
import { personsOf, rightOf } from "../persons.ts";
import type { Step } from "../pipeline.ts";
import type { Rejection } from "../rejection.ts";
import { deadlineOf, isSkippable, onward } from "../steps.ts";
import { accept, note, required, type Readiness, type Rules, type VerbContext } from "./rule.ts";

/** Work lies with people here: not with the system, not with another case. */
const withPeople = (step: Step): boolean => !["await", "task", "branch", "end"].includes(step.kind);

function checkAssignee({ input, state, step }: VerbContext, to: Assignment): Rejection | null {
  if (step.kind === "opinions") {
    const asked = state.consulted.find(({ unit }) => unit === to.unit);
    if (!asked) return { code: "unit-not-asked", unit: to.unit };
    if (asked.answered !== null) return { code: "unit-has-answered", unit: to.unit };
  }
  const allowed = assignablePosts(input, state);
  return allowed.some((post) => samePost(post, to)) ? null : { code: "assignee-not-allowed", to, allowed };
}

function checkSecond({ skip }: CaseState, persons: readonly string[]): Rejection | null {
  if (!skip) return { code: "skip-not-proposed" };
  return skip.personIds.some((id) => persons.includes(id)) ? { code: "second-person-needed", by: skip.by } : null;
}

function checkMovable({ state }: Readiness): Rejection | null {
  switch (extensionRefusal(state)) {
    case "paused":
      return { code: "clock-paused" };
    case "no-deadline":
      return { code: "due-not-later", current: null };
    case null:
      return null;
  }
}

export const administeringRules: Rules<"reassign" | "extend" | "skip" | "confirm-skip" | "remind"> = {
  reassign: {
    event: "reassigned",
    at: withPeople,
    who: "admin",
    fourEyes: false,
    check: (context) => required("reason", context.body.reason) ?? checkAssignee(context, context.body.to),
    effect: ({ body }) => ({ data: { reason: body.reason, assigned: body.to } }),
  },
  extend: {
    event: "extended",
    at: (step) => deadlineOf(step) !== null,
    who: "admin",
    fourEyes: false,
    ready: checkMovable,
    check: ({ state, body, now }) => {
      const later = body.dueAt > Math.max(state.dueAt ?? now, now);
      return later ? required("reason", body.reason) : { code: "due-not-later", current: state.dueAt };
    },
    effect: ({ state, body }) => ({ data: { reason: body.reason, due: { from: state.dueAt, to: body.dueAt } } }),
  },
  skip: {
    event: "skip-proposed",
    at: isSkippable,
    who: "admin",
    fourEyes: true,
    ready: ({ state: { skip } }) => (skip ? { code: "skip-already-proposed", by: skip.by } : null),
    check: ({ body }) => required("reason", body.reason),
    effect: ({ actor, body }) => ({ data: { reason: body.reason, told: [rightOf(actor)] } }),
  },
  "confirm-skip": {
    event: "skipped",
    at: isSkippable,
    who: "admin",
    fourEyes: true,
    ready: ({ state, actor }) => checkSecond(state, personsOf(actor)),
    check: accept,
    effect: ({ state, step, body }) => {
      const to = onward(step);
      const silent = state.consulted.filter(({ answered }) => answered === null).map(({ unit }) => unit);
      return {
        ...(to !== null && { to }),
        data: {
          ...note(body.comment),
          ...(state.skip && { proposedBy: state.skip.by, refersTo: state.skip.seq }),
          ...(silent.length > 0 && { silent }),
        },
      };
    },
  },
  remind: {
    event: "reminded",
    at: withPeople,
    who: "urger",
    fourEyes: false,
    check: ({ body }) => required("reason", body.reason),
    effect: ({ body }) => ({ data: { reason: body.reason } }),
  },
};
