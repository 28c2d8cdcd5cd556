import type { CaseInput } from "../domain/engine/case.ts";
import { SEATS } from "../domain/rights/seats.ts";

/** A cycle may run on into the next years: late members, the dossier, the archive. */
export const yearsOf = (year: number): number[] => [year, year + 1, year + 2];

/** Who sits where in a case of the province. */
export const standingParties = (owner: string): CaseInput["parties"] => ({
  owner,
  ...SEATS,
  finance: "STC",
  planning: "SKHDT",
});
