import type { PostRef } from "../engine/actor.ts";
import type { Role } from "../engine/pipeline.ts";

/** What people report of money after it was assigned; the stages before are decided in cases. */
export const REPORTED = ["disbursed", "supplemented", "recovered", "carried-over", "settled"] as const;
export type Reported = (typeof REPORTED)[number];

const SPENDERS: readonly Role[] = ["accountant", "head", "deputy-head"];
const KEEPERS: readonly Role[] = ["specialist", "division-head", "head", "deputy-head"];

/** The agency reports what it spent; papers that give, move or take money back are recorded by who coordinates. */
export function mayRecord(posts: readonly PostRef[], type: Reported, unitCode: string, department: string): boolean {
  const [unit, roles] = type === "disbursed" ? [unitCode, SPENDERS] : [department, KEEPERS];
  return posts.some((post) => post.unit === unit && roles.includes(post.role));
}
