import type { CaseState, Consulted, LineAmount, LineState } from "../case.ts";
import { isAmount, isDropped } from "../lines.ts";
import type { OpinionsStep } from "../pipeline.ts";
import type { Rejection } from "../rejection.ts";
import { firstRefusal, required } from "./rule.ts";

/** Whether a unit that is asked appraises this line: all of them, where the table does not tell lines apart. */
export const appraisesLine = ({ appraises }: Pick<Consulted, "appraises">, { branch }: LineState): boolean =>
  appraises === undefined || (branch !== undefined && appraises.includes(branch));

/** Lines that a unit owes an answer to. */
export const linesOwed = (state: CaseState, unit: string): LineState[] => {
  const asked = state.consulted.find((consulted) => consulted.unit === unit);
  return asked ? state.lines.filter((line) => !isDropped(line) && appraisesLine(asked, line)) : [];
};

/** Whoever agrees leaves the amount as it is; whoever does not says what else, and why. */
function checkPosition({ id, requested }: LineState, { amount, position, reason }: LineAmount): Rejection | null {
  if (position === undefined) return { code: "line-missing", line: id };
  const fits = {
    agree: amount === requested,
    "agree-with-changes": amount !== requested,
    object: true,
    "not-placed": amount === 0,
  }[position];
  if (!fits) return { code: "position-not-fitting", line: id, position, amount, requested };
  return position === "agree" ? null : required("amounts", reason);
}

function checkAmount(asked: Consulted | undefined, state: CaseState, given: LineAmount): Rejection | null {
  const { line: id, amount } = given;
  const line = state.lines.find((known) => known.id === id);
  if (!line) return { code: "line-unknown", line: id };
  if (asked && !appraisesLine(asked, line)) return { code: "line-not-yours", line: id };
  const { requested } = line;
  if (!isAmount(amount) || amount > requested) return { code: "amount-not-allowed", line: id, amount, requested };
  return asked?.appraises ? checkPosition(line, given) : null;
}

export function checkAmounts(
  state: CaseState,
  step: OpinionsStep,
  unit: string,
  amounts: readonly LineAmount[],
): Rejection | null {
  const given = amounts.map(({ line }) => line);
  const twice = given.find((line, index) => given.indexOf(line) !== index);
  if (twice !== undefined) return { code: "line-not-open", line: twice, status: "open" };
  const missing = step.amounts === "required" && linesOwed(state, unit).find(({ id }) => !given.includes(id));
  if (missing) return { code: "line-missing", line: missing.id };
  const asked = state.consulted.find((consulted) => consulted.unit === unit);
  return firstRefusal(amounts, (amount) => checkAmount(asked, state, amount));
}
