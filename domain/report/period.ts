import type { LocalDate } from "../calendar/local-time.ts";

/** The plan was issued on this day: its first report cannot reach back further. */
const PLAN_ISSUED: LocalDate = "2024-04-19";

export const FIRST_DATE: LocalDate = "2024-01-01";
export const LAST_DATE: LocalDate = "2030-12-31";

/** The data window of a yearly report, 15/12 to 14/12 (NĐ 09/2019/NĐ-CP, art. 12.4). */
export const dataWindow = (year: number): { readonly from: LocalDate; readonly to: LocalDate } => {
  const from = `${year - 1}-12-15`;
  return { from: from < FIRST_DATE ? FIRST_DATE : from, to: `${year}-12-14` };
};

/**
 * The plan's due date falls before the window ends, so figures are cut off earlier and completed by an estimate; the
 * cut-off leaves the agency at least one working day (art. 8.5).
 */
export const suggestedPeriod = (year: number): { readonly from: LocalDate; readonly to: LocalDate } => {
  const { from } = dataWindow(year);
  return { from: from < PLAN_ISSUED ? PLAN_ISSUED : from, to: `${year}-11-15` };
};
