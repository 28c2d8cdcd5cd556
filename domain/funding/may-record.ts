import type { PostRef } from "../engine/actor.ts";
import type { Role } from "../engine/pipeline.ts";
import { isCeilingPaper, type Paper, type PaperKind } from "./papers.ts";

const SPENDERS: readonly Role[] = ["accountant", "head", "deputy-head"];
const RECORDERS: readonly Role[] = ["specialist", ...SPENDERS];
const KEEPERS: readonly Role[] = ["specialist", "division-head", "head", "deputy-head"];
const CONFIRMERS: readonly Role[] = ["division-head", "head", "deputy-head"];

type Posts = readonly PostRef[];
const postOf = (posts: Posts, unit: string, roles: readonly Role[]): PostRef | undefined =>
  posts.find((post) => post.unit === unit && roles.includes(post.role));
const administrator = (posts: Posts): PostRef | undefined => posts.find(({ role }) => role === "admin");

/** The agency reports what it spent. */
export const mayReportSpending = (posts: Posts, unitCode: string): boolean =>
  postOf(posts, unitCode, SPENDERS) !== undefined;

/** Money outside the budget is known to whom it goes, and to who coordinates. */
export const mayRecordOutside = (posts: Posts, unitCode: string, department: string): boolean =>
  (postOf(posts, unitCode, RECORDERS) ?? postOf(posts, department, KEEPERS)) !== undefined;

/** The post in which a person may enter such a paper: who coordinates; for ceilings administrators, too. */
export const mayPropose = (posts: Posts, kind: PaperKind, department: string): PostRef | undefined =>
  postOf(posts, department, KEEPERS) ?? (isCeilingPaper(kind) ? administrator(posts) : undefined);

/** Who is needed for the second signature of a paper. */
export type Second = "leader-of-unit" | "head-of-unit" | "administrator-or-head";
export const secondFor = (kind: PaperKind, higher: boolean): Second =>
  isCeilingPaper(kind) ? "administrator-or-head" : higher ? "head-of-unit" : "leader-of-unit";

export interface Confirming {
  posts: Posts;
  personId: string;
  department: string;
}

/**
 * Two persons: whoever entered a paper never confirms it. A paper of a line is confirmed in the unit that entered it;
 * above a ceiling that asks for a higher signature, by its head.
 */
export function mayConfirm(
  { posts, personId, department }: Confirming,
  paper: Pick<Paper, "kind" | "personId" | "unitCode">,
  higher: boolean,
): PostRef | undefined {
  if (paper.personId === personId) return undefined;
  const second = secondFor(paper.kind, higher);
  if (second === "administrator-or-head") return administrator(posts) ?? postOf(posts, department, ["head"]);
  return postOf(posts, paper.unitCode, second === "head-of-unit" ? ["head"] : CONFIRMERS);
}

export const mayWithdraw = (personId: string, paper: Pick<Paper, "personId">): boolean => paper.personId === personId;
