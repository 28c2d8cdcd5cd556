import type { CaseInput, CaseState, PostRef } from "./case.ts";
import { withoutApproval } from "./holders.ts";
import { roles, type Role, type Step } from "./pipeline.ts";
import { holderOf, stepAt } from "./steps.ts";

/*
 * To whom an administrator may give the work of a step: within the unit that holds it, to the roles the table names and,
 * where somebody only has to approve, to those above them. Nobody gets to decide who could not have been asked to by the
 * table. Where nobody is left in these posts, the directory gives one of them to somebody, or its holder delegates.
 */

/** Higher decides for lower (vietnam.md §3). */
const rank: Record<Role, number> = {
  chair: 4,
  head: 4,
  "vice-chair": 3,
  "deputy-head": 3,
  "division-head": 2,
  specialist: 1,
  accountant: 1,
  "records-clerk": 1,
  admin: 0,
  auditor: 0,
};

/** An opinion is its agency's: signed by the head or a deputy. */
const speakers: readonly Role[] = ["head", "deputy-head"];

const above = (named: readonly Role[]): Role[] => {
  const lowest = Math.min(...named.map((role) => rank[role]));
  return roles.filter((role) => rank[role] > lowest);
};

function fittingRoles(step: Step, named: readonly Role[]): readonly Role[] {
  switch (step.kind) {
    case "submit":
    case "gather":
      return roles.filter((role) => !withoutApproval.includes(role));
    case "decide":
      return step.act === "sign" ? named : [...named, ...above(named)];
    case "sign":
      return named.filter((role) => (step.marks[role] ?? []).length > 0);
    case "opinions":
      return [...named, ...speakers];
    default:
      return named;
  }
}

/** Posts to which the work of the present step may be given. */
export function assignablePosts(input: CaseInput, state: CaseState): PostRef[] {
  const step = stepAt(input, state.step);
  const asked = step.kind === "opinions" ? state.consulted.filter(({ answered }) => answered === null) : [];
  const holder = step.kind === "opinions" ? null : holderOf(step);
  const unit = holder ? input.parties[holder.party] : undefined;
  const desks = holder && unit !== undefined ? [{ unit, roles: holder.roles }] : asked;
  return desks.flatMap((desk) =>
    [...new Set(fittingRoles(step, desk.roles))].map((role) => ({ unit: desk.unit, role })),
  );
}
