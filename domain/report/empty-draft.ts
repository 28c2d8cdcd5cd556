import { FORM_VERSION } from "./form.ts";
import { suggestedPeriod } from "./period.ts";
import { reportPlanFor, type ReportPlan } from "./report-plan.ts";
import type { AnnualReportDraft, IndicatorRow, TaskRow } from "./schema.ts";

function taskRow(plan: ReportPlan, taskCode: string): TaskRow {
  const coordinating = plan.tasks.find((task) => task.code === taskCode)?.coordinating ?? "";
  return coordinating === "" ? { taskCode } : { taskCode, coordinating };
}

function indicatorRow(plan: ReportPlan, indicatorCode: string): IndicatorRow {
  const baseline = plan.indicators.find((indicator) => indicator.code === indicatorCode)?.baseline;
  return typeof baseline === "number" ? { indicatorCode, baseline } : { indicatorCode };
}

/** What the clerk finds on opening the report: everything the plan already knows, and no answer. */
export function emptyDraft(
  unitCode: string,
  year: number,
  plan: ReportPlan = reportPlanFor(unitCode),
): AnnualReportDraft {
  const { from, to } = suggestedPeriod(year);
  return {
    formVersion: FORM_VERSION,
    head: { year, unitCode, periodFrom: from, periodTo: to, includesEstimate: true },
    sections: {
      I: {},
      II: { rows: plan.ledTaskCodes.map((code) => taskRow(plan, code)) },
      III: { rows: plan.ownIndicatorCodes.map((code) => indicatorRow(plan, code)) },
      IV: {},
      V: {},
      VI: {},
      VII: {},
      VIII: {},
      IX: {},
    },
  };
}
