import type { Actor, CaseEvent, Consulted, ContentRef } from "./case.ts";
import { extendDue, recomputeDue } from "./clock.ts";
import { firedBy } from "./deadlines.ts";
import { tellsLinesApart } from "./holders.ts";
import { approved, clarificationAsked, linesDecided, linesResolved, opined, settled } from "./line-acts.ts";
import { answeredLines, dropped, linesOf, reopened } from "./lines.ts";
import { migrated } from "./migration.ts";
import { personsOf } from "./persons.ts";
import { returned, type Act } from "./signing-acts.ts";
import { excluded, included, lapsed } from "./standing.ts";
import { stepAt } from "./steps.ts";
import { supersededByContent, supersededByWithdrawal } from "./survival.ts";

const newContent: Act = (input, state, event) => {
  const content = event.content as ContentRef;
  const authors = [...state.authors, ...personsOf(event.actor as Actor), ...(event.data.drafters ?? [])];
  return {
    content: { ...content, number: (state.content?.number ?? 0) + 1 },
    facts: event.data.facts ?? {},
    lines: linesOf(event.data.lines ?? [], state.lines),
    authors: [...new Set(authors)],
    signatures: supersededByContent(input, state, content, event.seq),
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

/** What is taken back had led the case on, or is a vote or an opinion for which it still waits. */
const withdrawn: Act = (_input, state, event) => {
  const { refersTo } = event.data;
  const unsent = event.to !== undefined && state.recall?.stood.sent === false;
  return {
    signatures: supersededByWithdrawal(state, refersTo, event.seq),
    votes: state.votes.filter(({ seq }) => seq !== refersTo),
    consulted: state.consulted.map((asked) => (asked.answered === refersTo ? awaitedAgain(asked) : asked)),
    lines: state.lines.map((line) => (line.seq !== undefined && line.seq === refersTo ? reopened(line) : line)),
    ...(unsent && { sentAt: null, late: false }),
  };
};

const awaitedAgain = ({ position: _taken, ...asked }: Consulted): Consulted => ({ ...asked, answered: null });

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
    issued: [
      ...state.issued.filter(({ step }) => step !== event.step),
      { step: event.step, seq: event.seq, series: event.data.series ?? "" },
    ],
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
  clarified: settled,
  "clarification-withdrawn": settled,
  withdrawn,
  extended,
  "skip-proposed": (_input, _state, { seq, at, actor, data }) => ({
    skip: { seq, at, by: actor?.name ?? "", personIds: actor ? personsOf(actor) : [], reason: data.reason ?? "" },
  }),
  skipped: nothing,
  commented: nothing,
  excluded,
  included,
  lapsed,
  "task-done": nothing,
  migrated,
  "calendar-changed": (input, state, { at, data }) =>
    data.calendar === undefined ? {} : recomputeDue(input, state, data.calendar, at),
};
