import type { Assignment, CaseEvent, CaseInput, CaseState, Instant } from "./case.ts";
import { pauseClock, resumeClock } from "./clock.ts";
import { decided, reopened, waitsForCouncil, withProposals } from "./lines.ts";
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
  const asked = event.data.asked ? questionOf(event, event.data.asked) : {};
  const rests = event.data.asked !== undefined || waitsForCouncil(stepAt(input, state.step), lines);
  return { ...acted, lines, ...asked, ...(rests && pauseClock(input, state, event.at)) };
};

const questionOf = ({ seq, at, actor, data }: CaseEvent, to: Assignment[]): Pick<CaseState, "question"> => ({
  question: { seq, at, by: actor?.name ?? "", to, ...(data.lineIds && { lines: data.lineIds }) },
});

/** Time runs on once there is something to do at the desk again: no question is open, no line waits for the council alone. */
const resumed = (input: CaseInput, state: CaseState, at: Instant): Partial<CaseState> =>
  state.question || waitsForCouncil(stepAt(input, state.step), state.lines) ? {} : resumeClock(input, state, at);

export const linesResolved: Act = (input, state, event) => {
  const lines = state.lines.map((line) =>
    event.data.lineIds?.includes(line.id) ? { ...reopened(line), resolved: event.seq } : line,
  );
  const pauses = stepAt(input, state.step).kind === "lines" && state.clock.pausedAt !== null;
  return { ...acted, lines, ...(pauses && resumed(input, { ...state, lines }, event.at)) };
};

export const clarificationAsked: Act = (input, state, event) => ({
  ...acted,
  ...pauseClock(input, state, event.at),
  ...questionOf(event, event.data.asked ?? []),
});

export const clarified: Act = (input, state, { at }) => {
  const answered = { ...state, question: null };
  return { ...resumed(input, answered, at), question: null };
};
