import type { Assignment, CaseEvent, CaseInput, CaseState, LineState, Transition } from "./case.ts";
import { holdersOf, holdersOfStep, postsOfHolder } from "./holders.ts";
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
  | "clarification-withdrawn"
  | "skip-proposed"
  | "withdrawn"
  | "retracted"
  | "answered"
  | "extended"
  | "commented"
  | "excluded"
  | "included"
  | "finished"
  | "spending-due"
  | "spending-overdue";

export interface NoticeDraft {
  kind: NoticeKind;
  to: Assignment;
  params: Record<string, string | number | LineState[]>;
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
  "clarification-withdrawn": "clarification-withdrawn",
  "skip-proposed": "skip-proposed",
  withdrawn: "withdrawn",
  retracted: "retracted",
  extended: "extended",
  commented: "commented",
  excluded: "excluded",
  included: "included",
};

/** Told although the case stays where it is. */
const toldAside: readonly Transition["event"]["type"][] = [
  "reassigned",
  "clarification-asked",
  "clarified",
  "clarification-withdrawn",
  "skip-proposed",
  "extended",
  "commented",
  "unit-added",
  "lines-resolved",
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
  if (event.type === "retracted") return [...postsLeft(input, event), ...holdersOf(input, state)];
  return told ?? asked ?? holdersOf(input, state);
}

/** Whoever had it on their desk hears that it was taken back. */
const postsLeft = (input: CaseInput, event: CaseEvent): Assignment[] => holdersOfStep(input, event.step);

/** The answer goes to everyone in the agency who put a hand to the request, and to whoever goes on with it. */
function answeredOf(input: CaseInput, state: CaseState): Assignment[] {
  const { owner } = input.parties;
  const signers = state.signatures.map(({ post }) => post).filter(({ unit }) => unit === owner);
  const all: Assignment[] = [...ownersOf(input), ...signers, ...holdersOf(input, state)];
  return [...new Map(all.map((post) => [`${post.unit}/${post.role}`, post])).values()];
}

function kindFor({ event, state }: Transition): NoticeKind {
  if (event.data.answer) return "answered";
  if (state.outcome !== null) return "finished";
  return kindOf[event.type] ?? (event.data.asked ? "clarification-asked" : "your-turn");
}

function receivers(input: CaseInput, transition: Transition): Assignment[] {
  const { event, state } = transition;
  if (event.data.answer) return answeredOf(input, state);
  return state.outcome === null ? toldOf(input, transition) : ownersOf(input);
}

/** Who is told what by a transition. */
export function noticesOf(input: CaseInput, { event, state }: Transition): NoticeDraft[] {
  // They heard of it when the case was put aside.
  if (event.type === "lapsed") return [];
  const { told: others, asked, answer } = event.data;
  if (event.to === undefined && !others && !asked && !answer && !toldAside.includes(event.type)) return [];
  const told = receivers(input, { event, state });
  const kind = kindFor({ event, state });
  const params = {
    title: input.title,
    step: state.step,
    ...(event.data.answer && { document: event.data.answer.document, lines: state.lines }),
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
