import type { CaseLineView } from "../../../domain/contracts/case-lines.ts";
import type { LineAmount } from "../../../domain/engine/case.ts";
import { checkProposal } from "../../../domain/funding/check-stages.ts";
import type { FundingProblem } from "../../../domain/funding/funding-problem.ts";
import type { GridSpec, Row } from "../grid/column.ts";
import { moneyColumn, sumOfColumn, textColumn } from "../grid/kinds.ts";
import { heldIn } from "../grid/sheet.ts";
import type { Text } from "../i18n/use-text.ts";
import { about, appraisedOf, fixed, given, judged, missing, pathOf } from "./line-rows.ts";

export function proposalSpec(rows: number, text: Text): GridSpec {
  const amount = { key: "amount", label: text("lines.proposed"), width: 150 };
  return fixed(
    [
      ...about(text),
      given("opinions", text("lines.opinions"), 300),
      moneyColumn({ ...amount, required: true, total: sumOfColumn(amount) }),
      textColumn({ key: "reason", label: text("lines.differences"), width: 280 }),
    ],
    rows,
    (after) => after,
  );
}

/** Figures that must be explained, and those that depart from the appraisal; the rest goes up as it was appraised. */
export const proposalsIn = (lines: readonly CaseLineView[], rows: readonly Row[]): LineAmount[] =>
  lines.flatMap((line, index) => {
    const row = rows[index] ?? {};
    const [amount, reason] = [heldIn(row, "amount"), heldIn(row, "reason")];
    if (amount === undefined || (!line.differs && amount === appraisedOf(line))) return [];
    return [{ line: line.id, amount: Number(amount), ...(reason && { reason }) }];
  });

export const proposalProblems = (lines: readonly CaseLineView[], rows: readonly Row[]): FundingProblem[] =>
  lines.flatMap((line, index) => {
    const row = rows[index] ?? {};
    const path = pathOf(index);
    const amount = heldIn(row, "amount");
    if (amount === undefined) return [missing(`${path}.amount`)];
    const owed = line.differs || amount !== appraisedOf(line);
    return checkProposal(path, judged(line), { amount, reason: heldIn(row, "reason"), owed });
  });
