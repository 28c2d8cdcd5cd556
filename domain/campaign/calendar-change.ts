import type { WorkCalendar } from "../calendar/work-calendar.ts";
import type { CaseDue, Instant } from "../engine/case.ts";
import { dueUnder } from "../engine/due.ts";
import type { CampaignEvent, CampaignInput, CampaignState } from "./campaign.ts";

/** The campaign's due dates now. */
export const campaignDue = (input: CampaignInput, state: CampaignState): CaseDue => state.revised?.due ?? input.due;

/**
 * Holidays or swap days changed while the cycle runs: dates that follow a rule follow the calendar. null where there is
 * nothing to learn. A cycle that has closed stays closed: a date moves, what happened does not.
 */
export function changeCampaignCalendar(
  input: CampaignInput,
  state: CampaignState,
  calendar: WorkCalendar,
  now: Instant,
): Omit<CampaignEvent, "prevHash" | "hash"> | null {
  const serial = calendar.serial ?? 0;
  const known = state.revised?.serial ?? input.calendarSerial ?? 0;
  if (state.status === "archived" || serial <= known) return null;
  const from = campaignDue(input, state);
  return {
    campaignId: state.campaignId,
    seq: state.seq + 1,
    type: "calendar-changed",
    at: now,
    status: state.status,
    actor: null,
    commandId: null,
    data: { calendar: { version: calendar.version, serial }, due: { from, to: dueUnder(calendar, from, input.year) } },
  };
}
