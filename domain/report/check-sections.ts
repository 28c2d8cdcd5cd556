import { isBlank, isBlankRow } from "./check-fields.ts";
import { fundingFigures } from "./figures.ts";
import type { SectionKey } from "./form-spec.ts";
import { taskTable } from "./form-tables.ts";
import { problem, type Problem, type ProblemCode } from "./problem.ts";
import type { ReportPlan } from "./report-plan.ts";
import type { AnnualReportDraft, DraftSections, FundingRow, IndicatorRow, TaskRow } from "./schema.ts";

interface SectionContext {
  readonly plan: ReportPlan;
  readonly includesEstimate: boolean;
}

type Finding = readonly [field: string, code: ProblemCode, params?: Problem["params"]];

/** Rules that look at more than one field, by section. They hold for sections that have an answer. */
export function checkSectionRules(key: SectionKey, draft: AnnualReportDraft, plan: ReportPlan): Problem[] {
  const context = { plan, includesEstimate: draft.head?.includesEstimate === true };
  const sections = draft.sections ?? {};
  const rules: Partial<Record<SectionKey, () => Problem[]>> = {
    II: () => checkTasks(sections.II?.rows ?? [], plan),
    III: () => checkIndicators(sections.III?.rows ?? [], context),
    IV: () => checkFunding(sections.IV?.rows ?? [], plan),
    VI: () => checkAssessment(sections.VI),
  };
  return rules[key]?.() ?? [];
}

function located(section: SectionKey, row: number, findings: readonly Finding[]): Problem[] {
  return findings.map(([field, code, params]) =>
    problem(section, `sections.${section}.rows.${row}.${field}`, code, params),
  );
}

/** The same key in two rows would be added up twice. */
function duplicates<Row>(
  section: SectionKey,
  rows: readonly Row[],
  field: string,
  keyOf: (row: Row) => string,
): Problem[] {
  const first = new Map<string, number>();
  return rows.flatMap((row, index) => {
    const key = keyOf(row);
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, index);
    const repeated = key !== "" && earlier !== undefined;
    return repeated ? located(section, index, [[field, "duplicate-row", { other: earlier + 1 }]]) : [];
  });
}

function checkTasks(rows: readonly TaskRow[], plan: ReportPlan): Problem[] {
  const answered = new Set(rows.map((row) => row.taskCode));
  const missing = plan.ledTaskCodes
    .filter((code) => !answered.has(code))
    .map((code) => problem("II", "sections.II.rows", "led-task-missing", { code }));
  const findings = rows.flatMap((row, index) =>
    isBlankRow(row, taskTable.columns) ? [] : located("II", index, taskFindings(row)),
  );
  return [...missing, ...duplicates("II", rows, "taskCode", (row) => row.taskCode ?? ""), ...findings];
}

function taskFindings({ status, progress, evidence, lateReason, result, start, end }: TaskRow): Finding[] {
  const findings: Finding[] = [];
  if (progress === 100 && isBlank(evidence)) findings.push(["evidence", "evidence-needed"]);
  if ((status === "late" || status === "stopped") && isBlank(lateReason))
    findings.push(["lateReason", "late-reason-needed"]);
  if (status !== undefined && status !== "not-started" && isBlank(result)) findings.push(["result", "result-needed"]);
  if (progress !== undefined && status !== undefined) {
    if (status === "done" && progress !== 100) findings.push(["progress", "done-needs-full-progress"]);
    if (status !== "done" && progress === 100) findings.push(["status", "full-progress-not-done"]);
    if (status === "not-started" && progress > 0) findings.push(["progress", "not-started-with-progress"]);
  }
  if (start !== undefined && end !== undefined && end < start) findings.push(["end", "end-before-start"]);
  return findings;
}

function checkIndicators(rows: readonly IndicatorRow[], context: SectionContext): Problem[] {
  const findings = rows.flatMap((row, index) => located("III", index, indicatorFindings(row, context)));
  return [...duplicates("III", rows, "indicatorCode", (row) => row.indicatorCode ?? ""), ...findings];
}

function indicatorFindings(row: IndicatorRow, { plan, includesEstimate }: SectionContext): Finding[] {
  const indicator = plan.indicators.find((candidate) => candidate.code === row.indicatorCode);
  if (!indicator) return [];
  if (indicator.type === "qualitative") return isBlank(row.assessment) ? [["assessment", "required"]] : [];
  const needed = includesEstimate
    ? (["toDate", "fullYear", "dataSource"] as const)
    : (["toDate", "dataSource"] as const);
  const findings: Finding[] = needed.filter((field) => isBlank(row[field])).map((field) => [field, "required"]);
  if (row.baseline !== undefined && row.baselineYear === undefined)
    findings.push(["baselineYear", "baseline-needs-year"]);
  if (row.baseline === undefined && row.baselineYear !== undefined) findings.push(["baseline", "year-needs-baseline"]);
  return findings;
}

function checkFunding(rows: readonly FundingRow[], plan: ReportPlan): Problem[] {
  const keyOf = (row: FundingRow): string =>
    row.taskCode && row.sourceCode ? `${row.taskCode} ${row.sourceCode}` : "";
  const findings = rows.flatMap((row, index) => located("IV", index, fundingFindings(row, plan)));
  return [...duplicates("IV", rows, "sourceCode", keyOf), ...findings];
}

function fundingFindings(row: FundingRow, plan: ReportPlan): Finding[] {
  const findings: Finding[] = [];
  const { available, remaining } = fundingFigures(row);
  const disbursed = row.disbursed ?? "0";
  if (remaining < 0n) {
    findings.push(["disbursed", "disbursed-exceeds-budget", { disbursedDong: disbursed, availableDong: available }]);
  } else if (BigInt(row.carriedOver ?? "0") > remaining) {
    findings.push(["carriedOver", "carried-over-exceeds-remaining", { remainingDong: remaining.toString() }]);
  }
  const fromBudget = plan.sources.find((source) => source.code === row.sourceCode)?.requestable === true;
  if (fromBudget && available !== "0" && isBlank(row.assignedBy))
    findings.push(["assignedBy", "assigning-decision-needed"]);
  return findings;
}

function checkAssessment(section: DraftSections["VI"]): Problem[] {
  const causeless = isBlank(section?.objectiveCauses) && isBlank(section?.subjectiveCauses);
  if (isBlank(section?.weaknesses) || !causeless) return [];
  return [problem("VI", "sections.VI.objectiveCauses", "cause-needed")];
}
