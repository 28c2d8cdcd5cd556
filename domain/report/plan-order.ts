import { program } from "../plan/plan.ts";
import { compareVietnamese } from "../text/vietnamese-order.ts";

/*
 * Order of a consolidated report: agencies and codes as the plan lists them, unknown ones after, so that the same
 * reports give the same bytes, and the same hash, in whatever order they came in.
 */
const orderIn = (rows: readonly { readonly code: string }[]): ((a: string, b: string) => number) => {
  const places = new Map(rows.map((row, index) => [row.code, index]));
  const placeOf = (code: string): number => places.get(code) ?? rows.length;
  return (a, b) => placeOf(a) - placeOf(b) || compareVietnamese(a, b);
};

export const compareUnits = orderIn(program.agencies);
export const compareTaskCodes = orderIn(program.tasks);
export const compareIndicatorCodes = orderIn(program.indicators);
export const compareSourceCodes = orderIn(program.fundingSources);
