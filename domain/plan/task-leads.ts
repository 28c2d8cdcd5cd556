import { agencyOf, isUnit, planTasks, predecessorsOf, program } from "./plan.ts";
import type { Agency, PlanTask } from "./program.ts";

const NAMED_LEADS = new Set(program.tasks.filter((task) => task.kind === "assigned").flatMap((task) => task.lead));

// "Các Sở, Ban ngành khác" (V.1.e): those to which section V gives no field of their own.
const isOtherAgency = (agency: Agency): boolean =>
  agency.annualReportDuty &&
  ["department", "authority", "sector"].includes(agency.type) &&
  !NAMED_LEADS.has(agency.code);

const GROUPS: Readonly<Record<string, (agency: Agency) => boolean>> = {
  ALL_AGENCIES: (agency) => agency.annualReportDuty,
  UBND_HUYEN: (agency) => agency.parent === "UBND_HUYEN",
  OTHER_AGENCIES: isOtherAgency,
};

const isMember = (agency: Agency, groupCode: string): boolean => isUnit(agency) && GROUPS[groupCode]?.(agency) === true;

export const membersOf = (groupCode: string): readonly Agency[] =>
  program.agencies.filter((agency) => isMember(agency, groupCode));

const includesUnit = (codes: readonly string[], agency: Agency): boolean =>
  codes.some((code) => code === agency.code || isMember(agency, code));

/** The unit and all that were merged into it: open work passes on by succession. */
function lineageOf(agency: Agency): readonly Agency[] {
  return [agency, ...predecessorsOf(agency.code).flatMap(lineageOf)];
}

function tasksWhere(unitCode: string, codesOf: (task: PlanTask) => readonly string[]): readonly PlanTask[] {
  const agency = agencyOf(unitCode);
  if (!agency) return [];
  const lineage = lineageOf(agency);
  return planTasks.filter((task) => lineage.some((unit) => includesUnit(codesOf(task), unit)));
}

/** Tasks the unit leads, by name or as a member of a group such as "UBND các huyện", in plan order. */
export const tasksLedBy = (unitCode: string): readonly PlanTask[] => tasksWhere(unitCode, (task) => task.lead);

/** Tasks in which the unit is named as coordinating. Vague groups ("các Sở liên quan") name nobody. */
export const tasksCoordinatedBy = (unitCode: string): readonly PlanTask[] => {
  const led = new Set(tasksLedBy(unitCode).map((task) => task.code));
  return tasksWhere(unitCode, (task) => task.coordinating.filter((code) => code !== "ALL_AGENCIES")).filter(
    (task) => !led.has(task.code),
  );
};
