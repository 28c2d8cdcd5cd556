import { successorsOf } from "../plan/plan.ts";

/** The unit of the plan and all that came after it: whoever holds a post in any of them works at that seat. */
export function lineOf(seat: string): readonly string[] {
  const line = new Set([seat]);
  for (const code of line) for (const { code: next } of successorsOf(code)) line.add(next);
  return [...line];
}
