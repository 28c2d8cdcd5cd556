import type { Actor, Assignment, CaseEvent, CaseInput, CaseState, Instant } from "./case.ts";
import { pauseClock, resumeClock } from "./clock.ts";
import { decided, reopened, waitsForCouncil, withProposals } from "./lines.ts";
import { personsOf, rightOf } from "./persons.ts";
import { questionsOf, restsWhileAsking } from "./questions.ts";
import { acted, returned, signed, type Act } from "./signing-acts.ts";
import { stepAt } from "./steps.ts";

/* What is said of single lines, and of questions about them. */

export const approved: Act = (input, state, event) => {
  const { proposals } = event.data;
  return {
    ...signed(input, state, event),
    ...(proposals && { lines: withProposals(state.lines, proposals, event.seq) }),
  };
};

function appraised(lines: CaseState["lines"], { seq, data }: CaseEvent): CaseState["lines"] {
  const { unit = "", position: overall = "agree", amounts = [] } = data;
  const given = new Map(amounts.map((amount) => [amount.line, amount]));
  return lines.map((line) => {
    const own = given.get(line.id);
    if (!own) return line;
    const others = (line.appraised ?? []).filter((appraisal) => appraisal.unit !== unit);
    return { ...line, appraised: [...others, { unit, position: own.position ?? overall, amount: own.amount, seq }] };
  });
}

export const opined: Act = (input, state, event) => ({
  ...signed(input, state, event),
  lines: appraised(state.lines, event),
  consulted: state.consulted.map((asked) =>
    asked.unit === event.data.unit
      ? { ...asked, answered: event.seq, ...(event.data.position !== undefined && { position: event.data.position }) }
      : asked,
  ),
});

export const linesDecided: Act = (input, state, event) => {
  const given = event.data.decisions ?? [];
  const lines = state.lines.map((line) => {
    const decision = given.find((candidate) => candidate.line === line.id);
    return decision ? decided(line, decision, { step: event.step, seq: event.seq }) : line;
  });
  // A file that goes back for clarification keeps the decisions on its other lines.
  if (event.toRound !== undefined && event.toRound > event.round) return { ...returned(input, state, event), lines };
  const asked = event.data.asked ? questionOf(state, event, event.data.asked) : {};
  const rests = event.data.asked !== undefined || waitsForCouncil(stepAt(input, state.step), lines);
  return { ...acted, lines, ...asked, ...(rests && pauseClock(input, state, event.at)) };
};

/** One more open question. */
function questionOf(
  state: CaseState,
  { seq, at, actor, data }: CaseEvent,
  to: Assignment[],
): Pick<CaseState, "questions"> {
  const by = actor as Actor;
  const asker = { by: by.name, persons: personsOf(by), post: rightOf(by) };
  const about = data.lineIds ? { lines: data.lineIds } : {};
  return { questions: [...questionsOf(state), { seq, at, ...asker, text: data.reason ?? "", to, ...about }] };
}

/** Time runs on once there is something to do at the desk again: no question is open, no line waits for the council alone. */
const resumed = (input: CaseInput, state: CaseState, at: Instant): Partial<CaseState> =>
  questionsOf(state).length > 0 || waitsForCouncil(stepAt(input, state.step), state.lines)
    ? {}
    : resumeClock(input, state, at);

export const linesResolved: Act = (input, state, event) => {
  const lines = state.lines.map((line) =>
    event.data.lineIds?.includes(line.id) ? { ...reopened(line), resolved: event.seq } : line,
  );
  const pauses = stepAt(input, state.step).kind === "lines" && state.clock.pausedAt !== null;
  return { ...acted, lines, ...(pauses && resumed(input, { ...state, lines }, event.at)) };
};

export const clarificationAsked: Act = (input, state, event) => ({
  ...acted,
  ...(restsWhileAsking(input, state) && pauseClock(input, state, event.at)),
  ...questionOf(state, event, event.data.asked ?? []),
});

/** Answered or taken back: the desk's time runs on once nothing is open any more. */
export const settled: Act = (input, state, { at, data }) => {
  const questions = questionsOf(state).filter(({ seq }) => seq !== data.refersTo);
  return { ...resumed(input, { ...state, questions }, at), questions };
};
