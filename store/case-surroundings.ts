import { localDate } from "../domain/calendar/index.ts";
import type { Instant } from "../domain/engine/case.ts";
import { seatsOn, type StandingSeats } from "../domain/rights/seats.ts";
import type { Db } from "./db.ts";
import { listSettings } from "./settings.ts";

/** A cycle may run on into the next years: late members, the dossier, the archive. */
export const yearsOf = (year: number): number[] => [year, year + 1, year + 2];

/** Who sits where in a case of the province that opens then. */
export const seatsAt = async (db: Db, at: Instant): Promise<StandingSeats> =>
  seatsOn(localDate(at), await listSettings(db));
