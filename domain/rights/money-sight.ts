import type { PostRef } from "../engine/case.ts";
import type { Branch } from "../engine/table-parts.ts";
import { branchOf } from "../funding/windows.ts";
import { sightOf } from "./can.ts";
import type { StandingSeats } from "./seats.ts";
import { lineOf } from "./succession.ts";

/**
 * Whose money a person may see: `all`, or that of these units and, for the departments that advise on a branch of the
 * budget (plan V.3, V.4), all that is asked for and spent in it.
 */
export type MoneySight = { all: true } | { all: false; units: string[]; branches: Branch[] };

export function moneySightOf(posts: readonly PostRef[], seats: StandingSeats): MoneySight {
  const { department, office, committee, finance, planning } = seats;
  const sight = sightOf(posts, { department, office, committee });
  if (sight.all) return sight;
  const advises = (seat: string): boolean => posts.some(({ unit }) => lineOf(seat).includes(unit));
  const advised: [Branch, string][] = [
    ["regular", finance],
    ["investment", planning],
  ];
  return { ...sight, branches: advised.filter(([, seat]) => advises(seat)).map(([branch]) => branch) };
}

interface Line {
  unitCode: string;
  sourceCode: string;
}

export const isInSight = (sight: MoneySight, { unitCode, sourceCode }: Line): boolean =>
  sight.all || sight.units.includes(unitCode) || sight.branches.includes(branchOf(sourceCode));
