import type { Actor, Assignment, EventData, LineDecision, LineState, Resolution } from "../case.ts";
import { holdersOfStep } from "../holders.ts";
import { decided, isReferred, isUndecided, linesTarget } from "../lines.ts";
import type { LinesStep, Step } from "../pipeline.ts";
import { questionBy } from "../questions.ts";
import type { Rejection } from "../rejection.ts";
import { clarifyTargets } from "../steps.ts";
import { checkDecision } from "./line-decision.ts";
import { firstRefusal, note, required, type Readiness, type Rules, type VerbContext } from "./rule.ts";

const isLines = (step: Step): step is LinesStep => step.kind === "lines";

/**
 * Where nothing is left to decide and the case is still here, a line waits for its resolution; it can be taken off the
 * list meanwhile only where the table says who records what the council resolved.
 */
function onlyReferredLeft({ step, state: { lines } }: Readiness): Rejection | null {
  if (isLines(step) && step.referral !== undefined) return null;
  const waiting = lines.some(isUndecided) ? undefined : lines.find(isReferred);
  return waiting ? { code: "line-not-open", line: waiting.id, status: waiting.status } : null;
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
  const refused =
    firstRefusal(body.decisions, (given) => checkDecision(step, state, given)) ?? checkAsking(context, step);
  return refused ?? checkDelegate(actor, after(context));
}

/** Whoever decides on the lines has one open question at a time. */
const checkAsking = ({ state, body, actor }: Deciding, step: LinesStep): Rejection | null =>
  step.asksOwner && body.decisions.some(({ decision }) => decision === "clarify") && questionBy(state, actor)
    ? { code: "question-open" }
    : null;

/** Whoever explained the list, and whoever asks for these lines, are asked about them. */
function questionAbout({ input, state }: Deciding, step: LinesStep, unclear: readonly LineDecision[]): EventData {
  if (unclear.length === 0 || step.asksOwner === undefined) return {};
  const lineIds = unclear.map(({ line }) => line);
  const owners = new Set(state.lines.flatMap(({ id, owner }) => (owner && lineIds.includes(id) ? [owner] : [])));
  const [target] = clarifyTargets(step);
  const roles = step.asksOwner;
  const asked: Assignment[] = [
    ...(target === undefined ? [] : holdersOfStep(input, target, state.facts)),
    ...[...owners].flatMap((unit) => roles.map((role) => ({ unit, role }))),
  ];
  return { asked, lineIds, reason: unclear.map(({ reason = "" }) => reason).join("; ") };
}

const cited = ({ number, date, issuer, abstract }: Resolution): boolean =>
  [number, date, issuer, abstract].every((part) => part.trim() !== "");

/** A table that says who records the resolution wants it cited as an official paper is. */
function checkResolution(step: Step, resolution: Resolution | string): Rejection | null {
  if (typeof resolution !== "string") return cited(resolution) ? null : required("resolution", "");
  return isLines(step) && step.referral ? required("resolution", "") : required("resolution", resolution);
}

export const lineRules: Rules<"decide-lines" | "resolve-lines"> = {
  "decide-lines": {
    event: "lines-decided",
    at: isLines,
    who: "holders",
    fourEyes: true,
    ready: onlyReferredLeft,
    check: checkDecisions,
    effect: (context) => {
      const { step, state, body } = context;
      const data = { ...note(body.comment), decisions: body.decisions };
      if (!isLines(step)) return { data };
      const unclear = body.decisions.filter(({ decision }) => decision === "clarify");
      if (unclear[0] && step.on.clarify !== undefined) {
        const why = { reasonCode: "unclear", reason: unclear[0].reason ?? "", sections: [] };
        return { to: step.on.clarify, newRound: true, data: { ...data, ...why } };
      }
      const to = linesTarget(step, state.step, after(context));
      return { ...(to !== null && { to }), data: { ...data, ...questionAbout(context, step, unclear) } };
    },
  },
  "resolve-lines": {
    event: "lines-resolved",
    at: (step) => isLines(step) && step.refers !== undefined,
    who: "recorders",
    fourEyes: false,
    ready: ({ state }) => (state.lines.some(isReferred) ? null : { code: "no-line-referred" }),
    check: ({ state, step, body }) => {
      if (body.lines.length === 0) return { code: "line-unknown", line: "" };
      const refused = firstRefusal(body.lines, (id) => {
        const line = state.lines.find((candidate) => candidate.id === id);
        if (!line) return { code: "line-unknown", line: id };
        return line.status === "referred" ? null : { code: "line-not-open", line: id, status: line.status };
      });
      return refused ?? checkResolution(step, body.resolution);
    },
    effect: ({ body }) => ({ data: { lineIds: [...new Set(body.lines)], resolution: body.resolution } }),
  },
};
