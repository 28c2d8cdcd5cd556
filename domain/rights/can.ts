import type { CaseInput, CaseState, PostRef } from "../engine/case.ts";
import { holdersOf, samePost, seatedUnits } from "../engine/holders.ts";
import type { Role } from "../engine/pipeline.ts";
import { mayBeRead } from "../engine/release.ts";
import { stepAt } from "../engine/steps.ts";
import { lineOf } from "./succession.ts";

/** What the UI may draw for a person; each record is still authorised on its own. */
export type GrantName = "work" | "decide" | "consolidate" | "desk" | "oversee" | "administer" | "audit";

/** Roles that decide on the papers of others, and may let somebody else do it in their place. */
export const decidingRoles: readonly Role[] = ["division-head", "head", "deputy-head", "chair", "vice-chair"];

/** Agencies whose people see the whole of a campaign: the consolidating department, the office, UBND itself. */
export interface Seats {
  department: string;
  office: string;
  committee: string;
}

const inLine = (unit: string, seat: string): boolean => lineOf(seat).includes(unit);
const isCentral = (unit: string, seats: Seats): boolean =>
  Object.values(seats).some((seat: string) => inLine(unit, seat));

export function grantsOf(posts: readonly PostRef[], seats: Seats): GrantName[] {
  const has = (test: (post: PostRef) => boolean): boolean => posts.some(test);
  const grants: [GrantName, boolean][] = [
    ["work", has((post) => post.role !== "admin" && post.role !== "auditor")],
    ["decide", has((post) => decidingRoles.includes(post.role))],
    ["consolidate", has((post) => inLine(post.unit, seats.department) && post.role === "specialist")],
    ["desk", canSeeDesk(posts, seats)],
    ["oversee", has((post) => isCentral(post.unit, seats) || post.role === "admin" || post.role === "auditor")],
    ["administer", has((post) => post.role === "admin")],
    ["audit", has((post) => post.role === "auditor")],
  ];
  return grants.filter(([, granted]) => granted).map(([name]) => name);
}

/** Whose cases a person may see: `all`, or those of these units (as owner or as a seat that has its turn in them). */
export type Sight = { all: true } | { all: false; units: string[] };

export function sightOf(posts: readonly PostRef[], seats: Seats): Sight {
  const all = posts.some(({ unit, role }) => role === "admin" || role === "auditor" || isCentral(unit, seats));
  return all ? { all } : { all, units: [...new Set(posts.map((post) => post.unit))] };
}

interface Subject {
  input: CaseInput;
  state: CaseState;
}

/** Who is only asked about lines of their own (presentUnits) sees those, and not the case. */
export function canSeeCase(posts: readonly PostRef[], { input, state }: Subject, seats: Seats): boolean {
  const sight = sightOf(posts, seats);
  return sight.all || seatedUnits(input, state).some((unit) => sight.units.includes(unit));
}

/** The consolidation desk is the department's; its administrator runs the system and consolidates nothing. */
export const canSeeDesk = (posts: readonly PostRef[], { department }: Seats): boolean =>
  posts.some((post) => inLine(post.unit, department) && post.role !== "admin");

/** Who may read the case's content at all: an administrator runs the system and reads no reports (vietnam.md §3). */
const readersOf = (posts: readonly PostRef[]): PostRef[] => posts.filter((post) => post.role !== "admin");

/**
 * A version is read by the house that wrote it; by the others who see the case once that very version was sent to them.
 * An auditor reads what happened, and hence all of it.
 */
export function canReadVersion(posts: readonly PostRef[], subject: Subject, seats: Seats, number: number): boolean {
  const readers = readersOf(posts);
  if (!canSeeCase(readers, subject, seats)) return false;
  const units = readers.map(({ unit }) => unit);
  return readers.some(({ role }) => role === "auditor") || mayBeRead(subject.input, subject.state, { number, units });
}

interface Reader {
  posts: readonly PostRef[];
  personId: string;
}

/** The draft may be edited by the holders of an open drafting step; once it was given to one person, by that one. */
export function canEditDraft(reader: Reader, { input, state }: Subject): boolean {
  const { posts, personId } = reader;
  const { kind } = stepAt(input, state.step);
  if (state.outcome !== null || (kind !== "submit" && kind !== "gather")) return false;
  return holdersOf(input, state).some(
    (holder) =>
      (holder.personId === undefined || holder.personId === personId) && posts.some((post) => samePost(holder, post)),
  );
}

/** Opening a cycle by hand: administrators and the department that runs it. */
export const canOpenCampaign = (posts: readonly PostRef[], seats: Seats): boolean =>
  posts.some((post) => post.role === "admin" || (inLine(post.unit, seats.department) && post.role !== "auditor"));
