import type { output } from "zod";
import type {
  fundingSourceSchema,
  indicatorSchema,
  obligationSchema,
  planTaskSchema,
  unitSchema,
} from "../../domain/contracts/directory.ts";
import type { FundingSource, Indicator, Obligation, PlanTask } from "../../domain/plan/program.ts";
import type { UnitRow } from "../../store/index.ts";
import { unitName, type Units } from "./names.ts";

export function unitView({ code, position: _position, ...unit }: UnitRow): output<typeof unitSchema> {
  return { id: code, ...unit };
}

export const taskView = (task: PlanTask, units: Units): output<typeof planTaskSchema> => ({
  id: task.code,
  title: task.vi,
  titleEn: task.en,
  section: task.source,
  kind: task.kind,
  parent: task.parent,
  lead: task.lead.map((code) => unitName(units, code)),
  leadBasis: task.leadBasis,
  coordinating: task.coordinating.map((code) => unitName(units, code)),
  note: task.leadSource,
});

/** ">" and "~" are part of what the plan says: a bare number would promise more than it does. */
function targetText({ operator, target, targetMax }: Indicator): string {
  if (target === null) return "";
  if (operator === "range") return `${target}–${targetMax ?? ""}`;
  return operator === null || operator === "=" ? String(target) : `${operator} ${target}`;
}

export const indicatorView = (indicator: Indicator): output<typeof indicatorSchema> => ({
  id: indicator.code,
  title: indicator.vi,
  titleEn: indicator.en,
  targetYear: indicator.targetYear,
  kind: indicator.type,
  target: targetText(indicator),
  unit: indicator.unit,
  baseline: typeof indicator.baseline === "number" ? String(indicator.baseline) : null,
  note: null,
});

export const fundingSourceView = (source: FundingSource, units: Units): output<typeof fundingSourceSchema> => ({
  id: source.code,
  title: source.vi,
  titleEn: source.en,
  parent: source.parent,
  adviser: source.advisor === null ? null : unitName(units, source.advisor),
  requestable: source.requestable,
});

function dueText({ due }: Obligation): string | null {
  if (due?.day === undefined || due.month === undefined) return null;
  const day = `${String(due.day).padStart(2, "0")}/${String(due.month).padStart(2, "0")}`;
  return due.inclusive ? day : `< ${day}`;
}

export const obligationView = (obligation: Obligation, units: Units): output<typeof obligationSchema> => ({
  id: obligation.code,
  title: obligation.vi,
  titleEn: obligation.en,
  section: obligation.source,
  obligated: obligation.obligated.map((code) => unitName(units, code)),
  kind: obligation.kind,
  due: dueText(obligation),
});
