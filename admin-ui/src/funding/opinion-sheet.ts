import type { CaseLineView } from "../../../domain/contracts/case-lines.ts";
import type { LineAmount, Position } from "../../../domain/engine/case.ts";
import { checkOpinion, OPINIONS } from "../../../domain/funding/check-stages.ts";
import type { FundingProblem } from "../../../domain/funding/funding-problem.ts";
import type { GridSpec, Row } from "../grid/column.ts";
import { choiceColumn, moneyColumn, sumOfColumn, textColumn } from "../grid/kinds.ts";
import { heldIn } from "../grid/sheet.ts";
import type { Text } from "../i18n/use-text.ts";
import { about, fixed, judged, missing, pathOf } from "./line-rows.ts";

/** Agreeing keeps the amount, not placing leaves none; another amount is a change. */
function settleOpinion(after: Row, before: Row): Row {
  const [position, amount, requested] = ["position", "amount", "requested"].map((key) => heldIn(after, key));
  if (position !== before["position"]) {
    if (position === "agree") return { ...after, amount: requested };
    return position === "not-placed" ? { ...after, amount: "0" } : after;
  }
  if (amount === before["amount"] || amount === undefined || position === "object") return after;
  if (amount === requested) return { ...after, position: "agree" };
  return { ...after, position: amount === "0" ? "not-placed" : "agree-with-changes" };
}

export function opinionSpec(rows: number, text: Text): GridSpec {
  const amount = { key: "amount", label: text("lines.appraised"), width: 150 };
  return fixed(
    [
      ...about(text),
      choiceColumn({
        key: "position",
        label: text("lines.position"),
        width: 180,
        required: true,
        options: OPINIONS.map((value) => ({ value, label: text(`lines.positions.${value}`) })),
      }),
      moneyColumn({ ...amount, required: true, total: sumOfColumn(amount) }),
      textColumn({ key: "reason", label: text("lines.reason"), width: 280 }),
    ],
    rows,
    settleOpinion,
  );
}

export const opinionsIn = (rows: readonly Row[]): LineAmount[] =>
  rows.flatMap((row) => {
    const [amount, position, reason] = ["amount", "position", "reason"].map((key) => heldIn(row, key));
    if (amount === undefined || position === undefined) return [];
    const own = { line: heldIn(row, "id") ?? "", amount: Number(amount), position: position as Position };
    return [reason === undefined ? own : { ...own, reason }];
  });

export const opinionProblems = (lines: readonly CaseLineView[], rows: readonly Row[]): FundingProblem[] =>
  lines.flatMap((line, index) => {
    const row = rows[index] ?? {};
    const path = pathOf(index);
    const [amount, position] = [heldIn(row, "amount"), heldIn(row, "position")];
    if (position === undefined) return [missing(`${path}.position`)];
    if (amount === undefined) return [missing(`${path}.amount`)];
    const opinion = position as Position;
    return checkOpinion(path, judged(line), { lineId: line.id, opinion, amount, reason: heldIn(row, "reason") });
  });
