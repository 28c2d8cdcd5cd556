import type { LineAmount, LineDecision, Position } from "../../../domain/engine/case.ts";

import {
  checkLineDecision,
  checkOpinion,
  LINE_OUTCOMES,
  type LineOutcome,
} from "../../../domain/funding/check-stages.ts";
import type { FundingProblem } from "../../../domain/funding/funding-problem.ts";
import type { FundingLine } from "../../../domain/funding/request-lines.ts";
import type { Dong } from "../../../domain/money/dong.ts";
import type { GridColumn, GridSpec, Row } from "../grid/column.ts";
import { choiceColumn, moneyColumn, sumOfColumn, textColumn } from "../grid/kinds.ts";
import { heldIn } from "../grid/sheet.ts";
import type { Text } from "../i18n/use-text.ts";
import { groupName } from "./names.ts";

type Language = "vi" | "en";

/** One line of the list, with what was said about it so far. */
export interface OfferedLine extends FundingLine {
  readonly unitName: string;
  /** By adviser: what it would place, and why. */
  readonly opinions: readonly { readonly by: string; readonly amount: Dong | null; readonly reason?: string }[];
  /** What is put before UBND: the requested amount where nobody named another. */
  readonly proposed: Dong;
}

const ROWS = "lines";

export const lineRows = (lines: readonly OfferedLine[], language: Language): readonly Row[] =>
  lines.map((line) => ({
    id: line.lineId,
    unit: line.unitName,
    title: line.title,
    source: groupName("source", line.sourceCode, language),
    year: String(line.year),
    requested: line.requested,
    proposed: line.proposed,
    opinions: line.opinions.map(({ by, reason }) => (reason ? `${by}: ${reason}` : by)).join("; "),
    ...Object.fromEntries(line.opinions.flatMap(({ by, amount }) => (amount === null ? [] : [[`of.${by}`, amount]]))),
  }));

function given(key: string, label: string, width: number, money = false): GridColumn {
  const basics = { key, label, width, readOnly: true };
  return money ? moneyColumn({ ...basics, total: sumOfColumn(basics) }) : textColumn(basics);
}

const about = (text: Text): GridColumn[] => [
  given("unit", text("lines.unit"), 150),
  given("title", text("lines.line"), 220),
  given("source", text("lines.source"), 170),
  given("year", text("lines.year"), 64),
  given("requested", text("money.stage.requested"), 140, true),
];

const fixed = (columns: readonly GridColumn[], rows: number, settle: GridSpec["settle"]): GridSpec => ({
  columns,
  maxRows: rows,
  fixedRows: true,
  copyRow: (row) => row,
  settle,
});

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
      given("proposed", text("lines.proposed"), 140, true),
      given("opinions", text("lines.opinions"), 240),
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

export function opinionSpec(rows: number, text: Text): GridSpec {
  const amount = { key: "amount", label: text("lines.appraised"), width: 150 };
  return fixed(
    [
      ...about(text),
      moneyColumn({ ...amount, required: true, total: sumOfColumn(amount) }),
      textColumn({ key: "reason", label: text("lines.reason"), width: 280 }),
    ],
    rows,
    (after) => after,
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

export const amountsIn = (rows: readonly Row[]): LineAmount[] =>
  rows.flatMap((row) => {
    const [amount, reason] = [heldIn(row, "amount"), heldIn(row, "reason")];
    return amount === undefined
      ? []
      : [{ line: heldIn(row, "id") ?? "", amount: Number(amount), ...(reason && { reason }) }];
  });

/** A row nobody has touched says nothing wrong. */
export const decisionProblems = (lines: readonly OfferedLine[], rows: readonly Row[]): FundingProblem[] =>
  lines.flatMap((line, index) => {
    const row = rows[index] ?? {};
    const outcome = heldIn(row, "outcome") as LineOutcome | undefined;
    if (outcome === undefined) return [];
    const path = `${ROWS}.${index}`;
    const amount = heldIn(row, "amount") ?? decidedAmount(row);
    if (amount === undefined) return [{ path: `${path}.amount`, code: "required", severity: "block", params: {} }];
    const decision = { lineId: line.lineId, outcome, amount, reason: heldIn(row, "reason") };
    return checkLineDecision(path, line, line.proposed, decision);
  });

export const opinionProblems = (
  lines: readonly OfferedLine[],
  rows: readonly Row[],
  opinion: Position,
): FundingProblem[] =>
  lines.flatMap((line, index) => {
    const row = rows[index] ?? {};
    const path = `${ROWS}.${index}`;
    const amount = heldIn(row, "amount");
    if (amount === undefined) return [{ path: `${path}.amount`, code: "required", severity: "block", params: {} }];
    // The position is that of the whole list: a line that stays as requested needs no reason of its own.
    const own = amount === line.requested ? "agree" : opinion;
    return checkOpinion(path, line, { lineId: line.lineId, opinion: own, amount, reason: heldIn(row, "reason") });
  });
