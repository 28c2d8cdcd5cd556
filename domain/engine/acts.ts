import type { Actor, CaseEvent, ContentRef } from "./case.ts";
import { extendDue, recomputeDue } from "./clock.ts";
import { firedBy } from "./deadlines.ts";
import { tellsLinesApart } from "./holders.ts";
import { approved, clarificationAsked, clarified, linesDecided, linesResolved, opined } from "./line-acts.ts";
import { answeredLines, dropped, linesOf, reopened } from "./lines.ts";
import { migrated } from "./migration.ts";
import { personsOf } from "./persons.ts";
import { returned, type Act } from "./signing-acts.ts";
import { stepAt } from "./steps.ts";
import { supersededByContent, supersededByWithdrawal } from "./survival.ts";

const newContent: Act = (input, state, event) => {
  const content = event.content as ContentRef;
  const authors = [...personsOf(event.actor as Actor), ...(event.data.drafters ?? [])];
  return {
    content: { ...content, number: (state.content?.number ?? 0) + 1 },
    facts: event.data.facts ?? {},
    lines: linesOf(event.data.lines ?? [], state.lines),
    authors: [...new Set(authors)],
    signatures: supersededByContent(input, state, content, event.seq),
    returned: null,
  };
};

/** Nobody gave it back: it is drafted again, and lateness is judged when it is sent again. */
const retracted: Act = (input, state, event) => ({
  ...returned(input, state, event),
  returned: null,
  sentAt: null,
  late: false,
});

/** A milestone that brings the answer to a request. */
const milestoneReached: Act = (_input, state, { seq, data: { answer } }) =>
  answer
    ? { ...answeredLines(state.lines, state.facts, answer.lines), answered: { seq, document: answer.document } }
    : {};

const linesDropped: Act = (_input, state, { seq, data: { lineIds = [] } }) => ({
  lines: state.lines.map((line) => (lineIds.includes(line.id) ? dropped(line, seq) : line)),
});

/** The duty counts as fulfilled by what is taken back only if it was fulfilled by it. */
const withdrawn: Act = (input, state, event) => ({
  signatures: supersededByWithdrawal(state, event.data.refersTo, event.seq),
  lines: state.lines.map((line) =>
    line.seq !== undefined && line.seq === event.data.refersTo ? reopened(line) : line,
  ),
  ...(stepAt(input, state.step).fulfilsDuty === true &&
    state.sentAt === state.enteredAt && { sentAt: null, late: false }),
});

const reassigned: Act = (input, state, event) => {
  const assigned = event.data.assigned ?? null;
  if (stepAt(input, state.step).kind !== "opinions" || !assigned) return { assigned };
  return {
    consulted: state.consulted.map((asked) => (asked.unit === assigned.unit ? { ...asked, assigned } : asked)),
  };
};

const extended: Act = (input, state, { seq, at, data }) =>
  extendDue(input, state, { to: data.due?.to ?? at, seq, reason: data.reason ?? "", at });

const fired: Act = (input, state, event) =>
  event.data.timer === undefined ? {} : { fired: firedBy(input, state, event.at) };

/** Where the table tells lines apart, whoever is asked in addition has a word on the list and no line to appraise. */
const unitAdded: Act = (input, state, { data: { unit = "", roles = [] } }) => {
  const step = stepAt(input, state.step);
  const apart = step.kind === "opinions" && tellsLinesApart(step);
  return { consulted: [...state.consulted, { unit, roles, answered: null, ...(apart && { appraises: [] }) }] };
};

const nothing: Act = () => ({});

export const acts: Record<CaseEvent["type"], Act> = {
  opened: nothing,
  submitted: newContent,
  frozen: newContent,
  approved,
  returned,
  rejected: nothing,
  issued: (_input, state, event) => ({
    issued: [...state.issued, { step: event.step, seq: event.seq, series: event.data.series ?? "" }],
  }),
  reassigned,
  reminded: fired,
  overdue: fired,
  escalated: fired,
  "milestone-reached": milestoneReached,
  retracted,
  "lines-dropped": linesDropped,
  "opinion-given": opined,
  "opinions-closed": nothing,
  "unit-added": unitAdded,
  "unit-removed": (_input, state, { data }) => ({
    consulted: state.consulted.filter(({ unit }) => unit !== data.unit),
  }),
  "lines-decided": linesDecided,
  "lines-resolved": linesResolved,
  "clarification-asked": clarificationAsked,
  clarified,
  withdrawn,
  extended,
  "skip-proposed": (_input, _state, { seq, at, actor }) => ({
    skip: { seq, at, by: actor?.name ?? "", personIds: actor ? personsOf(actor) : [] },
  }),
  skipped: nothing,
  commented: nothing,
  "task-done": nothing,
  migrated,
  "calendar-changed": (input, state, { at, data }) =>
    data.calendar === undefined ? {} : recomputeDue(input, state, data.calendar, at),
};
