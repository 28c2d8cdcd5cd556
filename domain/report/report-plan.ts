import { agencyOf, COORDINATOR, planTasks, program, successorsOf } from "../plan/plan.ts";
import type { Agency, Indicator } from "../plan/program.ts";
import { tasksLedBy } from "../plan/task-leads.ts";
import type { Label } from "./form-spec.ts";

/** What a report needs to know of the plan: plain data, so that an older plan can be given for an older report. */
export interface ReportPlan {
  readonly tasks: readonly ReportTask[];
  /** Tasks the unit must answer for, in plan order. */
  readonly ledTaskCodes: readonly string[];
  readonly indicators: readonly Indicator[];
  /** Indicators on which the unit reports by duty. */
  readonly ownIndicatorCodes: readonly string[];
  readonly sources: readonly ReportSource[];
}

export interface ReportTask {
  readonly code: string;
  readonly title: Label;
  readonly lead: string;
  readonly coordinating: string;
}

export interface ReportSource {
  readonly code: string;
  readonly title: Label;
  readonly parent: string | null;
  /** Money is entered at the leaves, or a sum would count it twice. */
  readonly leaf: boolean;
  readonly requestable: boolean;
}

const shortName = (code: string): string => {
  const agency = agencyOf(code);
  return agency?.abbr ?? agency?.vi ?? code;
};

const tasks: readonly ReportTask[] = planTasks.map((task) => ({
  code: task.code,
  title: { vi: task.vi, en: task.en },
  lead: task.lead.map(shortName).join("; "),
  coordinating: task.coordinating.map(shortName).join("; "),
}));

const sources: readonly ReportSource[] = program.fundingSources.map((source) => ({
  code: source.code,
  title: { vi: source.vi, en: source.en },
  parent: source.parent,
  leaf: !program.fundingSources.some((other) => other.parent === source.code),
  requestable: source.requestable,
}));

const lineage = (agency: Agency): readonly string[] => [
  agency.code,
  ...successorsOf(agency.code).flatMap((successor) => lineage(successor)),
];

/** The plan names no owner of any indicator, so its coordinator, or the unit that took its place, answers for them. */
function isCoordinator(unitCode: string): boolean {
  const coordinator = agencyOf(COORDINATOR);
  return coordinator !== undefined && lineage(coordinator).includes(unitCode);
}

export function reportPlanFor(unitCode: string): ReportPlan {
  return {
    tasks,
    ledTaskCodes: tasksLedBy(unitCode).map((task) => task.code),
    indicators: program.indicators,
    ownIndicatorCodes: isCoordinator(unitCode) ? program.indicators.map((indicator) => indicator.code) : [],
    sources,
  };
}
