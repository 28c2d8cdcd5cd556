import type { ConsolidatedReport } from "./consolidated-schema.ts";
import { MAX_CONSOLIDATED_BYTES } from "./form-spec.ts";
import { jsonBytes } from "./json-size.ts";
import { problem, type Problem } from "./problem.ts";

/** Enough to ask for cuts where they help. */
const NAMED = 3;

type Written = { readonly unitCode: string };

const writtenBy = (report: ConsolidatedReport): readonly Written[] => [
  ...report.plans,
  ...report.tasks.flatMap((task) => task.entries),
  ...report.indicators.flatMap((indicator) => indicator.entries),
  ...report.funding.rows,
  ...report.obstacles,
  ...report.proposals,
  ...Object.values(report.narratives).flat(),
];

/** Names of the agencies that wrote most, most first. */
function longest(report: ConsolidatedReport): string[] {
  const bytes = new Map<string, number>();
  for (const row of writtenBy(report)) bytes.set(row.unitCode, (bytes.get(row.unitCode) ?? 0) + jsonBytes(row));
  const nameOf = (code: string): string => report.members.find(({ unitCode }) => unitCode === code)?.unitName ?? code;
  return [...bytes]
    .sort(([, a], [, b]) => b - a)
    .slice(0, NAMED)
    .map(([unitCode]) => nameOf(unitCode));
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 1_000_000);

/** A report that nobody could open is refused before it is frozen, and by whose texts it grew is said. */
export function checkConsolidatedSize(report: ConsolidatedReport): Problem[] {
  const bytes = jsonBytes(report);
  if (bytes <= MAX_CONSOLIDATED_BYTES) return [];
  const limit = megabytes(MAX_CONSOLIDATED_BYTES);
  return [problem("head", "", "too-long", { size: megabytes(bytes), limit, units: longest(report).join("; ") })];
}
