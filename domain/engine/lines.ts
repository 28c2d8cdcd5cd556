import type {
  CaseState,
  Facts,
  Line,
  LineAmount,
  LineAnswer,
  LineDecision,
  LineState,
  LineStatus,
  Signature,
} from "./case.ts";
import { ANSWERED, type Answered } from "./content.ts";
import type { LinesStep, Step, StepId } from "./pipeline.ts";

/** Whole đồng, within what a number holds exactly. */
export const isAmount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

const final: readonly LineStatus[] = ["approved", "approved-in-part", "rejected", "deferred"];
export const isFinal = (line: LineState): boolean => final.includes(line.status);
export const isDropped = (line: LineState): boolean => line.status === "withdrawn";
export const isUndecided = (line: LineState): boolean => line.status === "open" || line.status === "to-clarify";
export const isReferred = (line: LineState): boolean => line.status === "referred";

const statusOf: Record<LineDecision["decision"], LineStatus> = {
  approve: "approved",
  "approve-in-part": "approved-in-part",
  reject: "rejected",
  clarify: "to-clarify",
  refer: "referred",
  defer: "deferred",
};

/** What is taken back is the decision; what advisers and the department said of the line stays with it. */
export const reopened = ({
  status: _,
  amount: _amount,
  over: _over,
  excess: _excess,
  step: _step,
  seq: _seq,
  ...line
}: LineState): LineState => ({ ...line, status: "open", amount: 0 });

const opened = ({ id, requested, source, year, branch, owner, digest }: Line): LineState => ({
  id,
  requested,
  source,
  year,
  ...(branch && { branch }),
  ...(owner !== undefined && { owner }),
  ...(digest !== undefined && { digest }),
  status: "open",
  amount: 0,
});

/** What a decision gives the line. */
export function grantedBy({ requested }: Line, { decision, amount }: LineDecision): number {
  if (decision === "approve") return requested;
  return decision === "approve-in-part" ? (amount ?? 0) : 0;
}

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

const waiting: readonly LineStatus[] = ["referred", "deferred"];

function answerOf(lines: readonly LineState[]): Answered {
  if (lines.some(({ amount }) => amount > 0)) return "some";
  return lines.some(({ status }) => waiting.includes(status)) ? "deferred" : "none";
}

/** A line after a decision on it. */
export function decided(line: LineState, given: LineDecision, act: { step: StepId; seq: number }): LineState {
  const { over = 0, excess } = given;
  return {
    ...reopened(line),
    status: statusOf[given.decision],
    amount: grantedBy(line, given),
    ...(over > 0 && { over, ...(excess && { excess }) }),
    ...act,
  };
}

/** Where a lines step leads once every line has its final decision, given here; null = not yet. */
export function linesTarget(step: LinesStep, id: StepId, lines: readonly LineState[]): StepId | null {
  const standing = lines.filter((line) => !isDropped(line));
  if (lines.length > 0 && standing.length === 0) return null;
  if (!standing.every((line) => isFinal(line) && line.step === id)) return null;
  const above = lines.some((line) => (line.over ?? 0) > 0 && (line.excess ?? step.ceiling) === "higher-signature");
  return above ? (step.on.higher ?? step.on.done) : step.on.done;
}

/** Nothing is left here but what the council decides: the step's own time does not run. */
export function waitsForCouncil(step: Step, lines: readonly LineState[]): boolean {
  if (step.kind !== "lines" || step.referral === undefined) return false;
  return lines.some(isReferred) && lines.every((line) => isFinal(line) || isReferred(line) || isDropped(line));
}

const sameLine = (a: Line, b: Line): boolean =>
  a.id === b.id && a.requested === b.requested && a.source === b.source && a.year === b.year;

/** Lines of a new content: the very same line (by its digest) keeps what was said of it and decided on it. */
export const linesOf = (lines: readonly Line[], before: readonly LineState[]): LineState[] =>
  lines.map((line) => {
    const known = before.find((old) => sameLine(old, line) && line.digest !== undefined && old.digest === line.digest);
    if (!known || isDropped(known)) return opened(line);
    return isUndecided(known) ? reopened(known) : known;
  });

/** What was said of a line counts as long as the signature it was said with. */
export function withStanding({ lines, signatures }: Pick<CaseState, "lines" | "signatures">): LineState[] {
  const stands = new Set(signatures.filter(({ supersededBy }) => supersededBy === undefined).map(({ seq }) => seq));
  return lines.map((line) => kept(line, stands));
}

function kept(line: LineState, stands: ReadonlySet<Signature["seq"]>): LineState {
  const { appraised, proposal, ...rest } = line;
  if (!appraised && !proposal) return line;
  const standing = (appraised ?? []).filter(({ seq }) => stands.has(seq));
  return {
    ...rest,
    ...(standing.length > 0 && { appraised: standing }),
    ...(proposal && stands.has(proposal.seq) && { proposal }),
  };
}

/** What the advisers would give: the lowest of what they named; whoever said nothing objected to nothing. */
export const appraisedAmount = ({ requested, appraised = [] }: LineState): number =>
  appraised.reduce((lowest, { amount }) => Math.min(lowest, amount), requested);

/** Goes up only with a figure of the department's own and a reason. */
export const needsExplaining = ({ requested, status, appraised = [] }: LineState): boolean =>
  status !== "withdrawn" &&
  appraised.some(({ amount, position }) => amount !== requested || position === "object" || position === "not-placed");

export const withProposals = (lines: readonly LineState[], given: readonly LineAmount[], seq: number): LineState[] =>
  lines.map((line) => {
    const own = given.find((proposal) => proposal.line === line.id);
    return { ...line, proposal: { amount: own?.amount ?? appraisedAmount(line), seq } };
  });
