import type {} from "vitest";

declare module "vitest" {
  interface TaskMeta {
    /** What a test has proved, in numbers that the closing lines of `npm test` add up. */
    proved?: Record<string, number>;
  }
}

export type Proved = Record<string, number>;

export function addUp(all: readonly (Proved | undefined)[]): Proved {
  const sums: Proved = {};
  for (const one of all) for (const [what, count] of Object.entries(one ?? {})) sums[what] = (sums[what] ?? 0) + count;
  return sums;
}

export const provedLines = (proved: Proved): string =>
  Object.entries(proved)
    .map(([what, count]) => `  ${String(count).padStart(7)} ${what}\n`)
    .join("");
