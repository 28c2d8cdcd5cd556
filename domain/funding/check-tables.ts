import type { Dong } from "../money/dong.ts";
import { multiply } from "../money/quantity.ts";
import { program, sourceOf } from "../plan/plan.ts";
import { isBlank, isBlankRow } from "../report/check-fields.ts";
import { fundingProblem, type FundingProblem } from "./funding-problem.ts";
import type { CostRow, FundingRequest, RequestHead, SourceRow } from "./request-schema.ts";
import { amountIn, isRequestable, rowTotal, sumsOf } from "./request-sums.ts";
import { costs as costTable } from "./request-tables.ts";
import { covers, FUNDING_YEARS, sourceRootOf } from "./windows.ts";

/** 999 nghìn tỷ: far above any request, and as much as is read out in words. */
export const MOST_DONG: Dong = "999999999999999";

const isLeaf = (code: string): boolean => !program.fundingSources.some((source) => source.parent === code);

/** A leaf of the plan's funding tree, and of the kind of money the request is for. */
function checkSource(path: string, code: string | undefined, { capital }: RequestHead): FundingProblem[] {
  if (code === undefined) return [];
  const source = sourceOf(code);
  if (!source) return [fundingProblem(path, "source-unknown", { code })];
  if (!isLeaf(code)) return [fundingProblem(path, "source-too-general", { code })];
  const foreign = capital !== undefined && source.requestable && !covers(sourceRootOf(capital), code);
  return foreign ? [fundingProblem(path, "source-not-of-kind", { code })] : [];
}

const A = "sections.sources.rows";
const B = "sections.costs.rows";

export function checkSources(request: FundingRequest): FundingProblem[] {
  const rows = request.sections?.sources?.rows ?? [];
  const head = request.head ?? {};
  if (rows.length === 0) return [fundingProblem(A, "rows-missing", { count: 1 })];
  return rows.flatMap((row, index) => {
    const path = `${A}.${index}`;
    const other = rows.findIndex((candidate) => candidate.sourceCode === row.sourceCode);
    if (row.sourceCode === undefined && rowTotal(row) === "0") return [fundingProblem(path, "empty-row")];
    return [
      ...(row.sourceCode === undefined ? [fundingProblem(`${path}.sourceCode`, "required")] : []),
      ...(rowTotal(row) === "0" ? [fundingProblem(`${path}.total`, "required")] : []),
      ...(row.sourceCode !== undefined && other < index
        ? [fundingProblem(`${path}.sourceCode`, "duplicate-row", { other: other + 1 })]
        : []),
      ...checkSource(`${path}.sourceCode`, row.sourceCode, head),
      ...checkPastYears(path, row, head),
    ];
  });
}

/** Money of years before the window is not asked for: it is there or it is not. */
function checkPastYears(path: string, row: SourceRow, { year: first }: RequestHead): FundingProblem[] {
  if (first === undefined || !isRequestable(row)) return [];
  return FUNDING_YEARS.filter((year) => year < first && amountIn(row, year) !== "0").map((year) =>
    fundingProblem(`${path}.amounts.${year}`, "year-before-window", { year }),
  );
}

export function checkCosts(request: FundingRequest): FundingProblem[] {
  const rows = request.sections?.costs?.rows ?? [];
  if (rows.length === 0) return [fundingProblem(B, "rows-missing", { count: 1 })];
  return rows.flatMap((row, index) => {
    const path = `${B}.${index}`;
    if (isBlankRow({ ...row, id: undefined }, costTable.columns)) return [fundingProblem(path, "empty-row")];
    const missing = costTable.columns.filter(
      (field) => field.required === true && isBlank(row[field.key as keyof CostRow]),
    );
    return [
      ...missing.map((field) => fundingProblem(`${path}.${field.key}`, "required")),
      ...checkSource(`${path}.sourceCode`, row.sourceCode, request.head ?? {}),
      ...checkProduct(path, row),
    ];
  });
}

/** Rule 2. A stated amount must be the product; the product must be whole đồng. */
function checkProduct(path: string, { quantity, price, amount }: CostRow): FundingProblem[] {
  if (quantity === undefined || price === undefined) return [];
  const product = multiply(quantity, price);
  if (!product.ok) {
    return product.why === "not-whole"
      ? [fundingProblem(`${path}.amount`, "product-not-whole")]
      : [fundingProblem(`${path}.amount`, "amount-too-large", { mostDong: MOST_DONG })];
  }
  if (amount === undefined || amount === product.amount) return [];
  return [fundingProblem(`${path}.amount`, "product-differs", { statedDong: amount, computedDong: product.amount })];
}

/** Rules 1 and 7: source by source, table B is what table A asks for; and something is asked of the budget. */
export function checkTotals(request: FundingRequest): FundingProblem[] {
  const { bySource, costsBySource, requested, offBudget, grandTotal } = sumsOf(request);
  const codes = [...new Set([...bySource.keys(), ...costsBySource.keys()])].filter((code) => code !== "");
  const differing = codes.filter((code) => (bySource.get(code) ?? "0") !== (costsBySource.get(code) ?? "0"));
  const problems = differing.map((source) =>
    fundingProblem(A, "costs-differ-from-sources", {
      source,
      sourcesDong: bySource.get(source) ?? "0",
      costsDong: costsBySource.get(source) ?? "0",
    }),
  );
  if (requested === "0") problems.push(fundingProblem(A, "nothing-requested"));
  if (offBudget !== "0") problems.push(fundingProblem(A, "off-budget-recorded", { amountDong: offBudget }));
  if (BigInt(grandTotal) > BigInt(MOST_DONG)) {
    problems.push(fundingProblem(A, "amount-too-large", { mostDong: MOST_DONG }));
  }
  return problems;
}
