import type { CaseLineView } from "../../../domain/contracts/case-lines.ts";
import type { LineDecision } from "../../../domain/engine/case.ts";
import { checkLineDecision, LINE_OUTCOMES, type LineOutcome } from "../../../domain/funding/check-stages.ts";
import type { FundingProblem } from "../../../domain/funding/funding-problem.ts";
import type { Dong } from "../../../domain/money/dong.ts";
import type { GridSpec, Row } from "../grid/column.ts";
import { choiceColumn, moneyColumn, sumOfColumn, textColumn } from "../grid/kinds.ts";
import { heldIn } from "../grid/sheet.ts";
import type { Text } from "../i18n/use-text.ts";
import { about, fixed, given, judged, missing, pathOf, proposedOf } from "./line-rows.ts";

/** An amount belongs to an approval in part; everything else has its amount by its kind. */
export function decidedAmount(row: Row): Dong | undefined {
  const outcome = heldIn(row, "outcome");
  if (outcome === undefined) return undefined;
  if (outcome === "approve") return heldIn(row, "requested");
  return outcome === "approve-in-part" ? undefined : "0";
}

function settleDecision(after: Row, before: Row): Row {
  const { amount, ...rest } = after;
  const outcome = heldIn(after, "outcome");
  if (amount !== before["amount"] && amount !== undefined) {
    const whole = amount === after["requested"];
    return whole ? { ...rest, outcome: "approve" } : { ...after, outcome: "approve-in-part" };
  }
  return outcome === "approve-in-part" ? after : rest;
}

export function decisionSpec(rows: number, text: Text): GridSpec {
  const amount = { key: "amount", label: text("lines.decided"), width: 150, derive: decidedAmount };
  return fixed(
    [
      ...about(text),
      given("opinions", text("lines.opinions"), 240),
      given("proposed", text("lines.proposed"), 140, true),
      choiceColumn({
        key: "outcome",
        label: text("lines.outcome"),
        width: 170,
        required: true,
        options: LINE_OUTCOMES.map((value) => ({ value, label: text(`lines.outcomes.${value}`) })),
      }),
      moneyColumn({ ...amount, total: sumOfColumn(amount) }),
      textColumn({ key: "reason", label: text("lines.reason"), width: 240 }),
    ],
    rows,
    settleDecision,
  );
}

/** Lines left open are not in it: they can be decided at the next sitting. */
export const decisionsIn = (rows: readonly Row[]): LineDecision[] =>
  rows.flatMap((row) => {
    const decision = heldIn(row, "outcome") as LineOutcome | undefined;
    const reason = heldIn(row, "reason");
    const amount = heldIn(row, "amount");
    const part = decision === "approve-in-part" && amount !== undefined ? { amount: Number(amount) } : {};
    return decision === undefined
      ? []
      : [{ line: heldIn(row, "id") ?? "", decision, ...part, ...(reason && { reason }) }];
  });

/** A row nobody has touched says nothing wrong. */
export const decisionProblems = (lines: readonly CaseLineView[], rows: readonly Row[]): FundingProblem[] =>
  lines.flatMap((line, index) => {
    const row = rows[index] ?? {};
    const outcome = heldIn(row, "outcome") as LineOutcome | undefined;
    if (outcome === undefined) return [];
    const path = pathOf(index);
    const amount = heldIn(row, "amount") ?? decidedAmount(row);
    if (amount === undefined) return [missing(`${path}.amount`)];
    const decision = { lineId: line.id, outcome, amount, reason: heldIn(row, "reason") };
    return checkLineDecision(path, judged(line), proposedOf(line), decision);
  });
