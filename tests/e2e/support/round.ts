import { addDays, localDate } from "../../../domain/calendar/index.ts";
import { yearOf } from "../../../domain/calendar/local-time.ts";
import { namesOf, type Opening } from "../../../domain/campaign/index.ts";

/** Far enough from today that its term lies ahead on any day the tests run. */
const closesOn = addDays(localDate(Date.now()), 20);

export const roundOpening = {
  kind: "funding-round",
  closesOn,
  round: { name: "Bổ sung trong năm, đợt 1", window: "in-year", budgetYear: yearOf(closesOn) },
} as const satisfies Opening;

export const ROUND = namesOf(roundOpening).campaignId;
export const LIST = namesOf(roundOpening).dossierId;
