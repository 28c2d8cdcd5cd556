import type { Assignment, CaseInput, Transition } from "./case.ts";
import { holdersOf, postsOfHolder } from "./holders.ts";
import { stepAt } from "./steps.ts";

export type NoticeKind =
  | "your-turn"
  | "returned"
  | "reminder"
  | "overdue"
  | "escalated"
  | "reassigned"
  | "clarification-asked"
  | "clarified"
  | "withdrawn"
  | "extended"
  | "commented"
  | "finished";

export interface NoticeDraft {
  kind: NoticeKind;
  to: Assignment;
  params: Record<string, string | number>;
  /** One notice per event, receiver and kind, however often the event is recorded. */
  key: string;
}

const kindOf: Partial<Record<Transition["event"]["type"], NoticeKind>> = {
  returned: "returned",
  reminded: "reminder",
  overdue: "overdue",
  escalated: "escalated",
  reassigned: "reassigned",
};

/** Whoever put the case forward hears how it ended. */
function ownersOf(input: CaseInput): Assignment[] {
  const start = stepAt(input, input.pipeline.start);
  return start.kind === "submit" || start.kind === "gather" ? postsOfHolder(input, start.by) : [];
}

/** Who is told what by a transition. */
export function noticesOf(input: CaseInput, { event, state }: Transition): NoticeDraft[] {
  const ended = state.outcome !== null;
  const told = event.data.told ?? (ended ? ownersOf(input) : holdersOf(input, state));
  if (event.to === undefined && event.data.told === undefined && event.type !== "reassigned") return [];
  const kind = ended ? "finished" : (kindOf[event.type] ?? "your-turn");
  const params = {
    title: input.title,
    step: state.step,
    ...(state.dueAt !== null && { dueAt: state.dueAt }),
    ...(event.actor && { by: event.actor.name }),
    ...(event.data.reason !== undefined && { reason: event.data.reason }),
  };
  return told.map((to) => ({
    kind,
    to,
    params,
    key: `${event.caseId}#${event.seq}:${to.unit}/${to.role}/${to.personId ?? ""}`,
  }));
}
