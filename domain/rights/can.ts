import type { CaseInput, CaseState, PostRef } from "../engine/case.ts";
import { holdersOf, samePost } from "../engine/holders.ts";
import type { Role } from "../engine/pipeline.ts";
import { stepAt } from "../engine/steps.ts";

/** What the UI may draw for a person; each record is still authorised on its own. */
export type GrantName = "work" | "decide" | "consolidate" | "oversee" | "administer" | "audit";

/** Roles that decide on the papers of others, and may let somebody else do it in their place. */
export const decidingRoles: readonly Role[] = ["division-head", "head", "deputy-head", "chair", "vice-chair"];

/** Agencies whose people see the whole of a campaign: the consolidating department, the office, UBND itself. */
export interface Seats {
  department: string;
  office: string;
  committee: string;
}

export function grantsOf(posts: readonly PostRef[], seats: Seats): GrantName[] {
  const has = (test: (post: PostRef) => boolean): boolean => posts.some(test);
  const central = Object.values(seats);
  const grants: [GrantName, boolean][] = [
    ["work", has((post) => post.role !== "admin" && post.role !== "auditor")],
    ["decide", has((post) => decidingRoles.includes(post.role))],
    ["consolidate", has((post) => post.unit === seats.department && post.role === "specialist")],
    ["oversee", has((post) => central.includes(post.unit) || post.role === "admin" || post.role === "auditor")],
    ["administer", has((post) => post.role === "admin")],
    ["audit", has((post) => post.role === "auditor")],
  ];
  return grants.filter(([, granted]) => granted).map(([name]) => name);
}

/** Whose cases a person may see: `all`, or those of these units (as owner or as a seat that has its turn in them). */
export type Sight = { all: true } | { all: false; units: string[] };

export function sightOf(posts: readonly PostRef[], seats: Seats): Sight {
  const all = posts.some(
    ({ unit, role }) => role === "admin" || role === "auditor" || Object.values(seats).includes(unit),
  );
  return all ? { all } : { all, units: [...new Set(posts.map((post) => post.unit))] };
}

/** `asked`: units that sit in the case because their opinion was asked (seatedUnits). */
export function canSeeCase(
  posts: readonly PostRef[],
  input: Pick<CaseInput, "parties">,
  seats: Seats,
  asked: readonly string[] = [],
): boolean {
  const sight = sightOf(posts, seats);
  return sight.all || [...Object.values(input.parties), ...asked].some((unit) => sight.units.includes(unit));
}

/**
 * A draft is its authors' own business until it is submitted; content that was submitted is seen by all who see the
 * case, except that an administrator runs the system and does not read reports (vietnam.md §3: no approval right).
 */
export function canSeeContent(
  posts: readonly PostRef[],
  input: CaseInput,
  seats: Seats,
  asked: readonly string[] = [],
): boolean {
  const readers = posts.filter((post) => post.role !== "admin");
  return canSeeCase(readers, input, seats, asked);
}

/** The draft may be edited by the holders of an open drafting step. */
export function canEditDraft(posts: readonly PostRef[], input: CaseInput, state: CaseState): boolean {
  const { kind } = stepAt(input, state.step);
  if (state.outcome !== null || (kind !== "submit" && kind !== "gather")) return false;
  return holdersOf(input, state).some((holder) => posts.some((post) => samePost(holder, post)));
}

/** Opening a cycle by hand: administrators and the department that runs it. */
export const canOpenCampaign = (posts: readonly PostRef[], seats: Seats): boolean =>
  posts.some((post) => post.role === "admin" || (post.unit === seats.department && post.role !== "auditor"));
