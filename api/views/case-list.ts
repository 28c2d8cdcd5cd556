import { CalendarGap, dueStatus, type WorkCalendar } from "../../domain/calendar/index.ts";
import type { CaseListItem } from "../../domain/contracts/cases.ts";
import { stateLabel } from "../../domain/engine/states.ts";
import type { CaseListRow } from "../../store/index.ts";
import { iso, isoOrNull } from "../clock-text.ts";
import type { Tables } from "./directory.ts";
import { postView, stepName, unitName, type Units } from "./names.ts";

export interface ListContext {
  units: Units;
  tables: Tables;
  calendar: WorkCalendar;
  now: number;
}

type Timeliness = Pick<CaseListItem, "timeliness" | "overdueDays">;

/** Beside the status, never a status; a closed case is not late any more. */
function timelinessOf(dueAt: number | null, open: boolean, { calendar, now }: ListContext): Timeliness {
  if (dueAt === null || !open) return { timeliness: "none", overdueDays: 0 };
  try {
    const { status, workingDays } = dueStatus(now, dueAt, calendar);
    return { timeliness: status, overdueDays: status === "overdue" ? workingDays : 0 };
  } catch (error) {
    // Without that year's calendar working days cannot be counted; whether the term is over is certain all the same.
    if (error instanceof CalendarGap) return { timeliness: now >= dueAt ? "overdue" : "on-time", overdueDays: 0 };
    throw error;
  }
}

export function caseListItem(row: CaseListRow, context: ListContext): CaseListItem {
  const { units, tables } = context;
  const name = stepName(tables, row.pipelineId, row.pipelineVersion, row.step);
  return {
    id: row.id,
    title: row.title,
    pipeline: row.pipelineId,
    campaignId: row.campaignId,
    unit: row.unitCode,
    unitName: unitName(units, row.unitCode),
    year: row.year,
    step: row.step,
    stepName: name,
    state: stateLabel(row, { returned: row.returned !== null, aside: row.aside }, name),
    round: row.round,
    outcome: row.outcome,
    enteredAt: iso(row.enteredAt),
    dueAt: isoOrNull(row.dueAt),
    ...timelinessOf(row.dueAt, row.outcome === null, context),
    late: row.late,
    holders: row.holders.map((holder) => postView(units, holder)),
  };
}
