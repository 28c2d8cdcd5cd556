import type { CaseLineView } from "../../../domain/contracts/case-lines.ts";
import type { FundingProblem } from "../../../domain/funding/funding-problem.ts";
import { formatDong, type Dong } from "../../../domain/money/dong.ts";
import type { GridColumn, GridSpec, Row } from "../grid/column.ts";
import { moneyColumn, sumOfColumn, textColumn } from "../grid/kinds.ts";
import type { Text } from "../i18n/use-text.ts";
import { groupName } from "./names.ts";

type Language = "vi" | "en";

/** Where problems of a row are told: lines.3.reason. */
export const pathOf = (index: number): string => `lines.${index}`;

/** What is put before UBND: the requested amount where nobody named another. */
export const proposedOf = ({ proposed, requested }: CaseLineView): Dong => proposed ?? requested;

/** What the advisers would give: the lowest of what they named. */
export const appraisedOf = ({ appraised, requested }: CaseLineView): Dong =>
  appraised.reduce((lowest, { amount }) => (BigInt(amount) < BigInt(lowest) ? amount : lowest), requested);

export const opinionText = (text: Text, { unitName, position, amount, reason }: CaseLineView["appraised"][number]) => {
  const said = text("lines.opinion", {
    name: unitName,
    amount: formatDong(amount),
    position: text(`lines.positions.${position}`),
  });
  return reason === null ? said : `${said}: ${reason}`;
};

export const lineRows = (lines: readonly CaseLineView[], language: Language, text: Text): readonly Row[] =>
  lines.map((line) => ({
    id: line.id,
    unit: line.unitName,
    title: line.title,
    source: groupName("source", line.source, language),
    year: String(line.year),
    requested: line.requested,
    proposed: proposedOf(line),
    opinions: line.appraised.map((appraisal) => opinionText(text, appraisal)).join("; "),
  }));

export function given(key: string, label: string, width: number, money = false): GridColumn {
  const basics = { key, label, width, readOnly: true };
  return money ? moneyColumn({ ...basics, total: sumOfColumn(basics) }) : textColumn(basics);
}

export const about = (text: Text): GridColumn[] => [
  given("unit", text("lines.unit"), 150),
  given("title", text("lines.line"), 220),
  given("source", text("lines.source"), 170),
  given("year", text("lines.year"), 64),
  given("requested", text("money.stage.requested"), 140, true),
];

export const fixed = (columns: readonly GridColumn[], rows: number, settle: GridSpec["settle"]): GridSpec => ({
  columns,
  maxRows: rows,
  fixedRows: true,
  copyRow: (row) => row,
  settle,
});

export const judged = ({ requested, source }: CaseLineView) => ({ requested, sourceCode: source });
export const missing = (path: string): FundingProblem => ({ path, code: "required", severity: "block", params: {} });
