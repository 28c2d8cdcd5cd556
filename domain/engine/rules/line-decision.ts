import type { CaseState, LineDecision, LineState } from "../case.ts";
import { grantedBy, isAmount, isReferred, isUndecided } from "../lines.ts";
import type { LinesStep } from "../pipeline.ts";
import type { Rejection } from "../rejection.ts";
import { required } from "./rule.ts";

const grants = ({ decision }: LineDecision): boolean => decision === "approve" || decision === "approve-in-part";

/** Where a figure was proposed, departing from it needs words; where none was, giving less than was asked does. */
function departs({ proposal, ...line }: LineState, given: LineDecision): boolean {
  if (!grants(given)) return true;
  return proposal ? grantedBy(line, given) !== proposal.amount : given.decision !== "approve";
}

/** A ceiling of its own says what it asks for; a table alone wants a reason only where it warns. */
const exceeds = (step: LinesStep, { over = 0, excess }: LineDecision): boolean =>
  over > 0 && (excess !== undefined || step.ceiling === "warn");

/** Nobody gives more than was asked for: that would be money nobody has explained (vietnam.md §8.3.6). */
function checkGrant(step: LinesStep, line: LineState, given: LineDecision): Rejection | null {
  const amount = given.decision === "approve" ? (given.amount ?? line.requested) : (given.amount ?? null);
  const fits = given.decision === "approve" ? amount === line.requested : (amount ?? 0) <= line.requested;
  if (amount === null || !fits || !isAmount(amount) || amount === 0) {
    return { code: "amount-not-allowed", line: line.id, amount, requested: line.requested };
  }
  const { over = 0, excess } = given;
  return over > 0 && excess === undefined && step.ceiling === "stop"
    ? { code: "ceiling-exceeded", line: line.id, over }
    : null;
}

/** Only a line that waits for the council is taken off the list. */
const isOpenTo = (step: LinesStep, line: LineState, { decision }: LineDecision): boolean =>
  decision === "defer" ? step.referral !== undefined && isReferred(line) : isUndecided(line);

export function checkDecision(step: LinesStep, state: CaseState, given: LineDecision): Rejection | null {
  const line = state.lines.find(({ id }) => id === given.line);
  if (!line) return { code: "line-unknown", line: given.line };
  if (!isOpenTo(step, line, given)) return { code: "line-not-open", line: line.id, status: line.status };
  if (given.decision === "refer" && !step.refers) return { code: "referral-not-possible", line: line.id };
  const unexplained = departs(line, given) || exceeds(step, given) ? required("decisions", given.reason) : null;
  return (grants(given) ? checkGrant(step, line, given) : null) ?? unexplained;
}
