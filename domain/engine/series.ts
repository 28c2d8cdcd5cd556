import { localDate, type LocalDate } from "../calendar/index.ts";
import type { CaseEvent, CaseInput } from "./case.ts";
import { rightOf } from "./persons.ts";
import { stepAt } from "./steps.ts";

export interface Numbering {
  series: string;
  /** Unit whose paper it is. */
  unit: string;
  date: LocalDate;
}

/**
 * In whose series a paper is numbered, dated the day of the act (NĐ 30/2020/NĐ-CP, art. 15): its signer's unit where the
 * table names it, since the clerk of an office also issues what others sign; else the clerk's own.
 */
export function numberingOf(input: CaseInput, { type, step, at, actor, data }: CaseEvent): Numbering | null {
  if (type !== "issued" || !actor || data.series === undefined) return null;
  const issue = stepAt(input, step);
  const signer = issue.kind === "issue" && issue.of ? input.parties[issue.of] : undefined;
  return { series: data.series, unit: signer ?? rightOf(actor).unit, date: localDate(at) };
}
