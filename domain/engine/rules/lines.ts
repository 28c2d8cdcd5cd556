import type { Actor, CaseState, LineDecision, LineState } from "../case.ts";
import { decided, isAmount, isUndecided, linesTarget } from "../lines.ts";
import type { LinesStep, Step } from "../pipeline.ts";
import type { Rejection } from "../rejection.ts";
import { firstRefusal, note, required, type Rules, type VerbContext } from "./rule.ts";

const isLines = (step: Step): step is LinesStep => step.kind === "lines";

/** What is granted needs no words unless it departs from the request or goes beyond a ceiling that only warns. */
function checkReason(step: LinesStep, given: LineDecision): Rejection | null {
  const excess = (given.over ?? 0) > 0 && step.ceiling === "warn";
  return given.decision === "approve" && !excess ? null : required("decisions", given.reason);
}

function checkGrant(step: LinesStep, line: LineState, given: LineDecision): Rejection | null {
  const amount = given.decision === "approve" ? (given.amount ?? line.requested) : (given.amount ?? null);
  const whole = given.decision !== "approve" || amount === line.requested;
  if (amount === null || !whole || !isAmount(amount) || amount === 0) {
    return { code: "amount-not-allowed", line: line.id, amount, requested: line.requested };
  }
  const over = given.over ?? 0;
  return over > 0 && step.ceiling === "stop" ? { code: "ceiling-exceeded", line: line.id, over } : null;
}

/** Where nothing is left to decide and the case is still here, a line waits for its resolution. */
function onlyReferredLeft({ lines }: CaseState): Rejection | null {
  const waiting = lines.some(isUndecided) ? undefined : lines.find(({ status }) => status === "referred");
  return waiting ? { code: "line-not-open", line: waiting.id, status: waiting.status } : null;
}

function checkDecision(step: LinesStep, state: CaseState, given: LineDecision): Rejection | null {
  const line = state.lines.find(({ id }) => id === given.line);
  if (!line) return { code: "line-unknown", line: given.line };
  if (!isUndecided(line)) return { code: "line-not-open", line: line.id, status: line.status };
  if (given.decision === "refer" && !step.refers) return { code: "referral-not-possible", line: line.id };
  const granted = given.decision === "approve" || given.decision === "approve-in-part";
  return (granted ? checkGrant(step, line, given) : null) ?? checkReason(step, given);
}

const twiceNamed = (lines: readonly string[]): string | undefined =>
  lines.find((line, index) => lines.indexOf(line) !== index);

/** A delegate's ceiling holds for everything granted at this step, so that it cannot be split into small acts. */
function checkDelegate({ onBehalfOf }: Actor, lines: readonly LineState[]): Rejection | null {
  const ceiling = onBehalfOf?.ceiling;
  const amount = lines.reduce((sum, line) => sum + line.amount, 0);
  return ceiling !== undefined && amount > ceiling ? { code: "delegation-ceiling", ceiling, amount } : null;
}

type Deciding = VerbContext<Extract<VerbContext["body"], { verb: "decide-lines" }>>;

const after = ({ state, body }: Deciding): LineState[] =>
  state.lines.map((line) => {
    const given = body.decisions.find((decision) => decision.line === line.id);
    return given ? decided(line, given, { step: state.step, seq: state.seq + 1 }) : line;
  });

function checkDecisions(context: Deciding): Rejection | null {
  const { step, state, body, actor } = context;
  if (!isLines(step)) return null;
  if (body.weighed !== true) return { code: "not-weighed" };
  const named = body.decisions.map(({ line }) => line);
  const twice = twiceNamed(named);
  if (named.length === 0) return { code: "line-unknown", line: "" };
  if (twice !== undefined) return { code: "line-not-open", line: twice, status: "open" };
  const refused = firstRefusal(body.decisions, (given) => checkDecision(step, state, given));
  return refused ?? checkDelegate(actor, after(context));
}

export const lineRules: Rules<"decide-lines" | "resolve-lines"> = {
  "decide-lines": {
    event: "lines-decided",
    at: isLines,
    who: "holders",
    fourEyes: true,
    ready: ({ state }) => onlyReferredLeft(state),
    check: checkDecisions,
    effect: (context) => {
      const { step, state, body } = context;
      const data = { ...note(body.comment), decisions: body.decisions };
      if (!isLines(step)) return { data };
      const unclear = body.decisions.find(({ decision }) => decision === "clarify");
      if (unclear && step.on.clarify !== undefined) {
        const why = { reasonCode: "unclear", reason: unclear.reason ?? "", sections: [] };
        return { to: step.on.clarify, newRound: true, data: { ...data, ...why } };
      }
      const to = linesTarget(step, state.step, after(context));
      return { ...(to !== null && { to }), data };
    },
  },
  "resolve-lines": {
    event: "lines-resolved",
    at: (step) => isLines(step) && step.refers !== undefined,
    who: "holders",
    fourEyes: false,
    ready: ({ state }) =>
      state.lines.some(({ status }) => status === "referred") ? null : { code: "no-line-referred" },
    check: ({ state, body }) => {
      if (body.lines.length === 0) return { code: "line-unknown", line: "" };
      const refused = firstRefusal(body.lines, (id) => {
        const line = state.lines.find((candidate) => candidate.id === id);
        if (!line) return { code: "line-unknown", line: id };
        return line.status === "referred" ? null : { code: "line-not-open", line: id, status: line.status };
      });
      return refused ?? required("resolution", body.resolution);
    },
    effect: ({ body }) => ({ data: { lineIds: [...new Set(body.lines)], resolution: body.resolution } }),
  },
};
