import { cancellationSignal } from "@temporalio/activity";
import { WorkflowNotFoundError, type Client } from "@temporalio/client";
import { calendarForYears, type WorkCalendar } from "../../domain/calendar/index.ts";
import { calendarOfChange, saveCalendarChange } from "../../store/calendar-change.ts";
import {
  beginRollout,
  endRollout,
  latestSerial,
  recordItems,
  staleSubjects,
  type ItemResult,
  type StaleSubject,
} from "../../store/calendar-rollout.ts";
import { UnknownSubject } from "../../store/defects.ts";
import type { Activities } from "../../workflows/activities.ts";
import { campaignWorkflowId, caseWorkflowId, reviseCalendar } from "../../workflows/messages.ts";
import type { ActivityDeps } from "./deps.ts";
import { inBatches } from "./in-batches.ts";

/** A case that does not answer in time is tried again in the next sweep; it must not hold up the others. */
const ANSWER_MS = 10_000;

const workflowIdOf = ({ subjectKind, subjectId }: StaleSubject): string =>
  subjectKind === "case" ? caseWorkflowId(subjectId) : campaignWorkflowId(subjectId);

const messageOf = (error: unknown): string => {
  const { cause, message } = error as Error;
  return (cause instanceof Error ? `${message}: ${cause.message}` : message).slice(0, 300);
};

const fromYear = (calendar: WorkCalendar, first: number | null): WorkCalendar =>
  calendarForYears(
    calendar,
    calendar.years.filter((year) => year >= (first ?? 0)),
  );

async function tell(client: Client, subject: StaleSubject, calendar: WorkCalendar): Promise<ItemResult> {
  const { subjectKind, subjectId, firstYear } = subject;
  const result = (outcome: ItemResult["outcome"], more: Partial<ItemResult> = {}): ItemResult => ({
    subjectKind,
    subjectId,
    outcome,
    dueFrom: null,
    dueTo: null,
    error: null,
    ...more,
  });
  const signal = AbortSignal.any([cancellationSignal()]); // its own: eight at once listen to it
  const ask = () =>
    client.workflow.getHandle(workflowIdOf(subject)).executeUpdate(reviseCalendar, {
      updateId: `calendar-${calendar.version}`,
      args: [fromYear(calendar, firstYear)],
    });
  try {
    const revision = await client.withAbortSignal(signal, () => client.withDeadline(Date.now() + ANSWER_MS, ask));
    const { dueFrom, dueTo } = revision;
    return result(dueFrom === dueTo ? "unchanged" : "moved", { dueFrom, dueTo });
  } catch (error) {
    // A worker that stops says nothing about the case: another one takes the batch.
    if (signal.aborted) throw error;
    // Closed meanwhile, or missing altogether: the stuck page tells of the latter.
    if (error instanceof WorkflowNotFoundError) return result("closed");
    return result("failed", { error: messageOf(error) });
  }
}

type CalendarActivities = Pick<Activities, "saveCalendar" | "rollCalendar" | "finishCalendar">;

export const calendarActivities = ({ db, client, now }: ActivityDeps): CalendarActivities => ({
  saveCalendar: (request) => saveCalendarChange(db, request, now()),

  rollCalendar: async ({ serial, after, limit }) => {
    if ((await latestSerial(db)) > serial) return { told: 0, failed: 0, next: null, superseded: true };
    const calendar = await calendarOfChange(db, serial);
    if (!calendar) throw new UnknownSubject(`calendar change ${serial}`);
    await beginRollout(db, serial, now());
    const subjects = await staleSubjects(db, { serial, after, limit });
    const items: ItemResult[] = [];
    await inBatches(subjects, async (subject) => void items.push(await tell(client, subject, calendar)));
    await recordItems(db, { serial, items, now: now() });
    const failed = items.filter(({ outcome }) => outcome === "failed").length;
    const last = subjects.at(-1);
    const next = subjects.length < limit || !last ? null : ([last.subjectKind, last.subjectId] as const);
    return { told: items.length - failed, failed, next, superseded: false };
  },

  finishCalendar: ({ serial, outcome }) => endRollout(db, { serial, outcome, now: now() }),
});
