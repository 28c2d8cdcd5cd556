import type { Assignment, CaseEvent, CaseInput, Transition } from "./case.ts";
import { holdersOf, holdersOfStep, postsOfHolder } from "./holders.ts";
import { rightOf } from "./persons.ts";
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
  | "skip-proposed"
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
  "clarification-asked": "clarification-asked",
  clarified: "clarified",
  withdrawn: "withdrawn",
  extended: "extended",
  commented: "commented",
  "skip-proposed": "skip-proposed",
};

/** Told although the case stays where it is. */
const toldAside: readonly Transition["event"]["type"][] = [
  "reassigned",
  "clarification-asked",
  "clarified",
  "extended",
  "commented",
  "unit-added",
  "skip-proposed",
];

/** Whoever put the case forward hears how it ended. */
function ownersOf(input: CaseInput): Assignment[] {
  const start = stepAt(input, input.pipeline.start);
  return start.kind === "submit" || start.kind === "gather" ? postsOfHolder(input, start.by) : [];
}

function toldOf(input: CaseInput, { event, state }: Transition): Assignment[] {
  const { told, asked, unit } = event.data;
  if (event.type === "unit-added") return holdersOf(input, state).filter((holder) => holder.unit === unit);
  if (event.type === "withdrawn") return postsLeft(input, event);
  if (event.type === "skip-proposed" && event.actor) return [rightOf(event.actor)];
  return told ?? asked ?? holdersOf(input, state);
}

/** Whoever had it on their desk hears that it was taken back. */
const postsLeft = (input: CaseInput, event: CaseEvent): Assignment[] => holdersOfStep(input, event.step);

/** Who is told what by a transition. */
export function noticesOf(input: CaseInput, { event, state }: Transition): NoticeDraft[] {
  const ended = state.outcome !== null;
  if (event.to === undefined && event.data.told === undefined && !toldAside.includes(event.type)) return [];
  const told = ended ? ownersOf(input) : toldOf(input, { event, state });
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
