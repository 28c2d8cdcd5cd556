import { groupBy, sourceCodeOf, taskCodeOf, type FundingEntry } from "./consolidate-funding.ts";
import { checkConsolidatedSize } from "./consolidated-size.ts";
import type { ConsolidatedReport, TotalLine } from "./consolidated-schema.ts";
import { MONEY_COLUMNS, totalsOf, type MoneyTotals } from "./figures.ts";
import type { SectionKey } from "./form-spec.ts";
import { fundingTable, TASK_STATUSES } from "./form-tables.ts";
import { problem, type Problem } from "./problem.ts";
import { countByStatus } from "./summary.ts";

const columnName = (key: string): string => fundingTable.columns.find((column) => column.key === key)?.label.vi ?? key;

function differences(path: string, line: string, stated: MoneyTotals, summed: MoneyTotals): Problem[] {
  return MONEY_COLUMNS.filter((column) => stated[column] !== summed[column]).map((column) =>
    problem("IV", `${path}.${column}`, "total-differs", {
      line,
      column: columnName(column),
      statedDong: stated[column],
      summedDong: summed[column],
    }),
  );
}

/** Every line against its rows, every contribution against the agency's rows; no line without rows, none missing. */
function checkLines(
  name: "bySource" | "byTask",
  lines: readonly TotalLine[],
  rows: readonly FundingEntry[],
  codeOf: (row: FundingEntry) => string,
): Problem[] {
  const groups = groupBy(rows, codeOf);
  const missing = [...groups.keys()]
    .filter((code) => !lines.some((line) => line.code === code))
    .map((code) => problem("IV", `funding.${name}`, "line-missing", { line: code }));
  const wrong = lines.flatMap((line, index) => {
    const path = `funding.${name}.${index}`;
    const own = groups.get(line.code) ?? [];
    const units = groupBy(own, (row) => row.unitCode);
    return [
      ...differences(`${path}.totals`, line.code, line.totals, totalsOf(own)),
      ...line.contributions.flatMap(({ unitCode, totals }, place) =>
        differences(
          `${path}.contributions.${place}.totals`,
          `${line.code}, ${unitCode}`,
          totals,
          totalsOf(units.get(unitCode) ?? []),
        ),
      ),
      ...differences(
        `${path}.contributions`,
        line.code,
        totalsOf(line.contributions.map(({ totals }) => totals)),
        totalsOf(own),
      ),
    ];
  });
  return [...missing, ...wrong];
}

function checkFundingTotals({ funding }: ConsolidatedReport): Problem[] {
  return [
    ...checkLines("bySource", funding.bySource, funding.rows, sourceCodeOf),
    ...checkLines("byTask", funding.byTask, funding.rows, taskCodeOf),
    ...differences("funding.total", "Tổng cộng", funding.total, totalsOf(funding.rows)),
  ];
}

function checkTaskCounts(report: ConsolidatedReport): Problem[] {
  const lines = [
    ...report.tasks.map((task, index) => ({
      path: `tasks.${index}.counts`,
      name: task.code,
      counts: task.counts,
      rows: task.entries,
    })),
    {
      path: "taskCounts",
      name: "Tổng cộng",
      counts: report.taskCounts,
      rows: report.tasks.flatMap((task) => task.entries),
    },
  ];
  return lines.flatMap(({ path, name, counts, rows }) => {
    const counted = countByStatus(rows);
    return TASK_STATUSES.filter((status) => counts[status] !== counted[status]).map((status) =>
      problem("II", `${path}.${status}`, "count-differs", {
        line: name,
        stated: counts[status],
        counted: counted[status],
      }),
    );
  });
}

function checkSums(section: SectionKey, name: "outreach" | "resources", report: ConsolidatedReport): Problem[] {
  const { contributions, ...sums } = report[name];
  return Object.entries(sums).flatMap(([key, stated]) => {
    const counted = contributions.reduce((sum, row) => sum + Number((row as Record<string, unknown>)[key]), 0);
    return stated === counted
      ? []
      : [problem(section, `${name}.${key}`, "count-differs", { line: key, stated, counted })];
  });
}

/** Every figure and every word must come from an agency that is in the report, and from one alone. */
function checkOrigins(report: ConsolidatedReport): Problem[] {
  const units = [...report.members, ...report.missing].map((member) => member.unitCode);
  const twice = units
    .filter((unit, index) => units.indexOf(unit) !== index)
    .map((unit) => problem("head", "members", "unit-twice", { unit }));
  const members = new Set(report.members.map((member) => member.unitCode));
  const origins: readonly (readonly [SectionKey, string, string, readonly { readonly unitCode: string }[]])[] = [
    ["I", "outreach.contributions", "I", report.outreach.contributions],
    ["I", "plans", "I", report.plans],
    ...report.tasks.map((task, index) => ["II", `tasks.${index}.entries`, task.code, task.entries] as const),
    ...report.indicators.map((row, index) => ["III", `indicators.${index}.entries`, row.code, row.entries] as const),
    ["IV", "funding.rows", "Biểu 03", report.funding.rows],
    ["V", "resources.contributions", "V", report.resources.contributions],
    ["VII", "obstacles", "Biểu 04", report.obstacles],
    ["IX", "proposals", "IX", report.proposals],
  ];
  const strangers = origins.flatMap(([section, path, line, rows]) =>
    rows.flatMap(({ unitCode }, index) =>
      members.has(unitCode) ? [] : [problem(section, `${path}.${index}`, "unit-unknown", { line, unit: unitCode })],
    ),
  );
  return [...twice, ...strangers];
}

/** Does the document reconcile with itself? Names each line that does not. */
export const checkConsolidated = (report: ConsolidatedReport): Problem[] => [
  ...checkConsolidatedSize(report),
  ...checkOrigins(report),
  ...checkSums("I", "outreach", report),
  ...checkTaskCounts(report),
  ...checkFundingTotals(report),
  ...checkSums("V", "resources", report),
];

/** What the department itself must add before it goes up. */
export const checkEditorial = ({ editorial }: Pick<ConsolidatedReport, "editorial">): Problem[] => [
  ...(editorial.assessment ? [] : [problem("VI", "editorial.assessment", "assessment-needed")]),
  ...(editorial.recommendations ? [] : [problem("IX", "editorial.recommendations", "recommendations-needed")]),
];
