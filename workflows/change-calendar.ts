import { condition, continueAsNew, setHandler, sleep, workflowInfo } from "@temporalio/workflow";
import type { RolloutBatch, RolloutKey } from "./activities.ts";
import { fanOut, store } from "./durable.ts";
import { calendarSaved, type CalendarRequest, type CalendarSaved } from "./messages.ts";

export interface ChangeCalendarRun {
  request: CalendarRequest;
  carried?: { serial: number; after: RolloutKey; sweep: number };
}

/** Small enough for one activity well under its heartbeat. */
const BATCH = 50;
const FIRST: RolloutKey = ["", ""];
/** A case that was being opened with the old calendar while the new one was saved is in SQL by then. */
const SETTLING_MS = 60_000;
const LONGEST_PAUSE_MS = 3_600_000;

/** Minutes at first, an hour at most: what cannot be reached now is tried for as long as it stays open. */
const pauseAfter = (sweep: number): number => Math.min(SETTLING_MS * 2 ** Math.max(0, sweep - 1), LONGEST_PAUSE_MS);

/** Saves an edit of the calendar, then tells everything open, sweep after sweep, until a sweep finds nothing left. */
export async function changeCalendar({ request, carried }: ChangeCalendarRun): Promise<CalendarSaved> {
  let saved: CalendarSaved | null = carried ? { serial: carried.serial } : null;
  setHandler(calendarSaved, async () => {
    await condition(() => saved !== null);
    return saved as CalendarSaved;
  });
  saved ??= await store.saveCalendar(request);
  if (saved.serial === null) return saved;
  const { serial } = saved;
  for (let sweep = carried?.sweep ?? 0, after = carried?.after ?? FIRST; ; sweep += 1, after = FIRST) {
    const left = await tellAll(serial, after, (reached) =>
      continueAsNew<typeof changeCalendar>({ request, carried: { serial, after: reached, sweep } }),
    );
    if (left === "superseded" || (left === 0 && sweep > 0)) {
      await store.finishCalendar({ serial, outcome: left === 0 ? "finished" : "superseded" });
      return saved;
    }
    await sleep(pauseAfter(sweep));
  }
}

/** One sweep; gives how many it told or could not reach. */
async function tellAll(
  serial: number,
  from: RolloutKey,
  renew: (reached: RolloutKey) => Promise<never>,
): Promise<number | "superseded"> {
  let found = 0;
  for (let after: RolloutKey | null = from; after !== null;) {
    const batch: RolloutBatch = await fanOut.rollCalendar({ serial, after, limit: BATCH });
    if (batch.superseded) return "superseded";
    found += batch.told + batch.failed;
    after = batch.next;
    if (after !== null && workflowInfo().continueAsNewSuggested) await renew(after);
  }
  return found;
}
