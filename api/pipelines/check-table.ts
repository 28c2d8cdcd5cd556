import { ANNUAL_REPORT_DUE, dueDates, ifKnown, lastDayOf, workingDaysBetween } from "../../domain/calendar/index.ts";
import type { FindingView } from "../../domain/contracts/pipelines.ts";
import { pipelineTableSchema } from "../../domain/contracts/pipeline-table.ts";
import type { Pipeline } from "../../domain/engine/pipeline.ts";
import { findingText, lintMilestones, lintPipeline, type Finding, type LintOptions } from "../../domain/lint/index.ts";
import { annualReport, taskNames } from "../../domain/pipelines/index.ts";
import { latestPipelines } from "../../store/index.ts";
import type { Deps } from "../deps.ts";
import { issueFields } from "../http/issues.ts";
import type { Language } from "../http/language.ts";

export interface CheckedTable {
  /** null: not even the form of a table. */
  table: Pipeline | null;
  findings: FindingView[];
}

export const isPublishable = ({ table, findings }: CheckedTable): boolean =>
  table !== null && findings.every(({ severity }) => severity === "warning");

export const findingView = (one: Finding, language: Language): FindingView => ({
  code: one.code,
  severity: one.severity,
  step: one.step,
  path: one.path,
  message: findingText(one, language),
});

/** Reads an uploaded table by its schema, then asks the linter; everything wrong is told at once. */
export async function checkTable(deps: Deps, uploaded: unknown, language: Language): Promise<CheckedTable> {
  const parsed = pipelineTableSchema.safeParse(uploaded, { reportInput: true });
  if (parsed.success) return { table: parsed.data, findings: await findingsOf(deps, parsed.data, language) };
  const findings = issueFields(parsed.error, "", language).map(({ path, code, message }): FindingView => {
    const step = /^steps\.([^.]+)/.exec(path)?.[1] ?? null;
    return { code, severity: "error", step, path, message };
  });
  return { table: null, findings };
}

export async function findingsOf(deps: Deps, table: Pipeline, language: Language): Promise<FindingView[]> {
  const own = lintPipeline(table, await lintOptions(deps, table));
  const others = await latestPipelines(deps.db, { limit: 200 });
  const together = [table, ...others.items.map((row) => row.table).filter(({ id }) => id !== table.id)];
  const across = lintMilestones(together).filter(({ pipeline }) => pipeline === table.id);
  return [...own, ...across.map((one) => one.finding)].map((one) => findingView(one, language));
}

/** The day on which a cycle opens (workers/schedules.ts): from then to the due date runs the term its desks share. */
const CYCLE_OPENS = "10-15";

async function lintOptions({ directory, clock }: Deps, table: Pipeline): Promise<LintOptions> {
  const known = { tasks: taskNames };
  // The yearly term is that of the annual report; other pipelines have none of their own, or a round's.
  if (table.id !== annualReport.id) return known;
  const calendar = await directory.calendar();
  const year = new Date(clock()).getUTCFullYear();
  const caseTerm = ifKnown(() => {
    const { effectiveDue } = dueDates(calendar, ANNUAL_REPORT_DUE, year);
    return workingDaysBetween(calendar, `${year}-${CYCLE_OPENS}`, lastDayOf(effectiveDue));
  });
  return caseTerm === null ? known : { ...known, caseTerm };
}
