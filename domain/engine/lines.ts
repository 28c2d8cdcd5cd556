import type { Facts, Line, LineAnswer, LineDecision, LineState, LineStatus } from "./case.ts";
import { ANSWERED, type Answered } from "./content.ts";
import type { LinesStep, StepId } from "./pipeline.ts";

/** Whole đồng, within what a number holds exactly. */
export const isAmount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

const final: readonly LineStatus[] = ["approved", "approved-in-part", "rejected"];
export const isFinal = (line: LineState): boolean => final.includes(line.status);
export const isDropped = (line: LineState): boolean => line.status === "withdrawn";
export const isUndecided = (line: LineState): boolean => line.status === "open" || line.status === "to-clarify";

const statusOf: Record<LineDecision["decision"], LineStatus> = {
  approve: "approved",
  "approve-in-part": "approved-in-part",
  reject: "rejected",
  clarify: "to-clarify",
  refer: "referred",
};

export const reopened = ({ id, requested, source, year, digest }: Line): LineState => ({
  id,
  requested,
  source,
  year,
  ...(digest !== undefined && { digest }),
  status: "open",
  amount: 0,
});

/** What was decided on it is void; a line whose request was taken back stays so. */
export const undone = (line: LineState): LineState => (isDropped(line) ? line : reopened(line));

export const dropped = (line: LineState, seq: number): LineState => ({ ...reopened(line), status: "withdrawn", seq });

/** The lines of a request once they are answered, and what its way depends on. */
export function answeredLines(
  lines: readonly LineState[],
  facts: Facts,
  answers: readonly LineAnswer[],
): { lines: LineState[]; facts: Facts } {
  const told = lines.map((line): LineState => {
    const answer = answers.find((candidate) => candidate.line === line.id);
    if (!answer) return line;
    const { status, amount, reason } = answer;
    return { ...reopened(line), status, amount, ...(reason !== undefined && { reason }) };
  });
  return { lines: told, facts: { ...facts, [ANSWERED]: answerOf(told) } };
}

const waiting: readonly LineStatus[] = ["referred"];

function answerOf(lines: readonly LineState[]): Answered {
  if (lines.some(({ amount }) => amount > 0)) return "some";
  return lines.some(({ status }) => waiting.includes(status)) ? "deferred" : "none";
}

/** A line after a decision on it. */
export function decided(line: LineState, given: LineDecision, act: { step: StepId; seq: number }): LineState {
  const amount =
    given.decision === "approve" ? line.requested : given.decision === "approve-in-part" ? (given.amount ?? 0) : 0;
  const over = given.over ?? 0;
  return { ...reopened(line), status: statusOf[given.decision], amount, ...(over > 0 && { over }), ...act };
}

/** Where a lines step leads once every line has its final decision, given here; null = not yet. */
export function linesTarget(step: LinesStep, id: StepId, lines: readonly LineState[]): StepId | null {
  const standing = lines.filter((line) => !isDropped(line));
  if (lines.length > 0 && standing.length === 0) return null;
  if (!standing.every((line) => isFinal(line) && line.step === id)) return null;
  const above = step.ceiling === "higher-signature" && lines.some((line) => (line.over ?? 0) > 0);
  return above ? (step.on.higher ?? step.on.done) : step.on.done;
}

const sameLine = (a: Line, b: Line): boolean =>
  a.id === b.id && a.requested === b.requested && a.source === b.source && a.year === b.year;

/** Lines of a new content: the very same line (by its digest) keeps what was decided on it. */
export const linesOf = (lines: readonly Line[], before: readonly LineState[]): LineState[] =>
  lines.map((line) => {
    const known = before.find((old) => sameLine(old, line) && line.digest !== undefined && old.digest === line.digest);
    return known && !isUndecided(known) && !isDropped(known) ? known : reopened(line);
  });
