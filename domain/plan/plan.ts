import type { LocalDate } from "../calendar/local-time.ts";
import data from "./program.json" with { type: "json" };
import type { Agency, FundingSource, Indicator, PlanTask, Program } from "./program.ts";

export type * from "./program.ts";

// TypeScript widens the literals of a JSON file; the plan's tests prove that the values fit these types.
export const program = data as unknown as Program;

const byCode = <Row extends { readonly code: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.code, row]));

const AGENCIES = byCode(program.agencies);
const TASKS = byCode(program.tasks);
const INDICATORS = byCode(program.indicators);
const SOURCES = byCode(program.fundingSources);

export const agencyOf = (code: string): Agency | undefined => AGENCIES.get(code);
export const taskOf = (code: string): PlanTask | undefined => TASKS.get(code);
export const indicatorOf = (code: string): Indicator | undefined => INDICATORS.get(code);
export const sourceOf = (code: string): FundingSource | undefined => SOURCES.get(code);

/** The 53 rows that are work to be done; the other ten are headings. */
export const planTasks: readonly PlanTask[] = program.tasks.filter((task) => task.kind !== "group");

/** The date of the plan's own set of agencies, before the reorganisations of 2025. */
export const PLAN_SET_DATE: LocalDate = "2024-12-31";

export const COORDINATOR = "SKHCN";

export const existsOn = (agency: Agency, date: LocalDate): boolean =>
  (agency.effectiveFrom === null || agency.effectiveFrom <= date) &&
  (agency.effectiveTo === null || date < agency.effectiveTo);

/** Groups such as "UBND các huyện" are ways of speaking, not units. */
export const isUnit = (agency: Agency): boolean => agency.type !== "group";

export const unitsOn = (date: LocalDate): readonly Agency[] =>
  program.agencies.filter((agency) => isUnit(agency) && existsOn(agency, date));

export const agenciesWithReportDuty = (date: LocalDate): readonly Agency[] =>
  unitsOn(date).filter((agency) => agency.annualReportDuty);

/** The units that took over, one reorganisation further. */
export const successorsOf = (code: string): readonly Agency[] =>
  (agencyOf(code)?.successors ?? []).flatMap((successor) => agencyOf(successor) ?? []);

export const predecessorsOf = (code: string): readonly Agency[] =>
  program.agencies.filter((agency) => agency.successors.includes(code));

/** Who carries on the unit's work on that day: itself, its successors, or nobody (a person must choose). */
export function bearersOn(code: string, date: LocalDate): readonly Agency[] {
  const agency = agencyOf(code);
  if (!agency) return [];
  if (existsOn(agency, date)) return [agency];
  const bearers = agency.successors.flatMap((successor) => bearersOn(successor, date));
  return [...new Map(bearers.map((bearer) => [bearer.code, bearer])).values()];
}
