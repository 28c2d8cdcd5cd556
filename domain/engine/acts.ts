import type { Actor, CaseEvent, CaseInput, CaseState, Consulted, ContentRef, Signature } from "./case.ts";
import { extendDue, pauseClock, recomputeDue, resumeClock } from "./clock.ts";
import { firedBy } from "./deadlines.ts";
import { decided, linesOf, reopened } from "./lines.ts";
import { migrated } from "./migration.ts";
import { personsOf, rightOf } from "./persons.ts";
import { questionsOf, restsWhileAsking } from "./questions.ts";
import { excluded, included, lapsed } from "./standing.ts";
import { stepAt } from "./steps.ts";
import { boundedRecord, supersededByContent, supersededByReturn, supersededByWithdrawal, votesOf } from "./survival.ts";

/** What an event leaves behind before any step is entered, by its type. */
type Act = (input: CaseInput, state: CaseState, event: CaseEvent) => Partial<CaseState>;

/** Somebody at the present desk has acted: what was sent there cannot be taken back any more. */
const acted = { recall: null };

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

function signatureOf(event: CaseEvent): Signature {
  const actor = event.actor as Actor;
  const { mark, position } = event.data;
  return {
    step: event.step,
    round: event.round,
    seq: event.seq,
    personId: actor.personId,
    persons: personsOf(actor),
    name: actor.name,
    post: actor.post,
    unit: rightOf(actor).unit,
    ...(actor.onBehalfOf && { onBehalfOf: actor.onBehalfOf.name }),
    hash: event.content?.hash ?? "",
    at: event.at,
    ...(mark !== undefined && { mark }),
    ...(position !== undefined && { position }),
  };
}

const signed: Act = (_input, state, event) => {
  const signature = signatureOf(event);
  return {
    ...acted,
    signatures: boundedRecord([...state.signatures, signature]),
    votes: [...state.votes, ...votesOf([signature])],
  };
};

const opined: Act = (input, state, event) => ({
  ...signed(input, state, event),
  consulted: state.consulted.map((asked) =>
    asked.unit === event.data.unit
      ? { ...asked, answered: event.seq, ...(event.data.position !== undefined && { position: event.data.position }) }
      : asked,
  ),
});

/** The step a move was aimed at; the case may have gone on from there at once. */
const aimOf = (event: CaseEvent): string => event.data.passed?.[0] ?? event.to ?? event.step;

const returned: Act = (input, state, event) => ({
  ...acted,
  signatures: supersededByReturn(input, state, aimOf(event), event.seq),
  lines: state.lines.map(reopened),
  returned: {
    seq: event.seq,
    from: event.step,
    code: event.data.reasonCode ?? "other",
    sections: event.data.sections ?? [],
  },
});

const linesDecided: Act = (input, state, event) => {
  const given = event.data.decisions ?? [];
  const lines = state.lines.map((line) => {
    const decision = given.find((candidate) => candidate.line === line.id);
    return decision ? decided(line, decision, { step: event.step, seq: event.seq }) : line;
  });
  // A file that goes back for clarification keeps the decisions on its other lines.
  const back = event.toRound !== undefined && event.toRound > event.round ? returned(input, state, event) : acted;
  return { ...back, lines };
};

const linesResolved: Act = (_input, state, event) => ({
  ...acted,
  lines: state.lines.map((line) => (event.data.lineIds?.includes(line.id) ? reopened(line) : line)),
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

const unitAdded: Act = (_input, state, { data }) => ({
  consulted: [...state.consulted, { unit: data.unit ?? "", roles: data.roles ?? [], answered: null }],
});

const asked: Act = (input, state, { seq, at, actor, data }) => {
  const by = actor as Actor;
  const question = { seq, at, by: by.name, persons: personsOf(by), post: rightOf(by) };
  return {
    ...acted,
    ...(restsWhileAsking(input, state) && pauseClock(input, state, at)),
    questions: [...questionsOf(state), { ...question, text: data.reason ?? "", to: data.asked ?? [] }],
  };
};

/** Answered or taken back: the desk's time runs on once nothing is open any more. */
const settled: Act = (input, state, { at, data }) => {
  const questions = questionsOf(state).filter(({ seq }) => seq !== data.refersTo);
  return { ...(questions.length === 0 && resumeClock(input, state, at)), questions };
};

const nothing: Act = () => ({});

export const acts: Record<CaseEvent["type"], Act> = {
  opened: nothing,
  submitted: newContent,
  frozen: newContent,
  approved: signed,
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
  "milestone-reached": nothing,
  "opinion-given": opined,
  "opinions-closed": nothing,
  "unit-added": unitAdded,
  "unit-removed": (_input, state, { data }) => ({
    consulted: state.consulted.filter(({ unit }) => unit !== data.unit),
  }),
  "lines-decided": linesDecided,
  "lines-resolved": linesResolved,
  "clarification-asked": asked,
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
