import type { temporal } from "@temporalio/proto";

type History = temporal.api.history.v1.IHistory;
type Event = temporal.api.history.v1.IHistoryEvent;

/** Says whether the code still takes the way through a history. */
export type Replays = (history: History) => Promise<boolean>;

export interface BreakingEvent {
  eventId: number;
  /** Such as activityTaskScheduledEventAttributes, without the ending. */
  type: string;
}

/**
 * The places where a history may be cut, one for each finished workflow task: after the start of the task that follows,
 * since what a task caused is compared only when the next one begins.
 */
function cuts(events: readonly Event[]): { task: number; end: number }[] {
  const tasks = events.flatMap((event, index) => (event.workflowTaskCompletedEventAttributes ? [index] : []));
  return tasks.map((task) => {
    const next = events.findIndex((event, index) => index > task && event.workflowTaskStartedEventAttributes);
    return { task, end: next === -1 ? events.length : next + 1 };
  });
}

function attributesOf(event: Event): [name: string, attributes: { workflowTaskCompletedEventId?: unknown }] {
  const [name = "", attributes] =
    Object.entries(event).find(([key, value]) => key.endsWith("Attributes") && value) ?? [];
  return [name, attributes as { workflowTaskCompletedEventId?: unknown }];
}

/** An answer to an update is no command of the workflow's own; it is compared by its id alone. */
const isCommandOf = (task: Event | undefined, event: Event): boolean => {
  const [name, { workflowTaskCompletedEventId: cause }] = attributesOf(event);
  return String(cause) === String(task?.eventId) && !name.includes("Update");
};

const named = (event: Event | undefined): BreakingEvent => ({
  eventId: Number(event?.eventId ?? 0),
  type: event ? attributesOf(event)[0].replace("EventAttributes", "") : "end of the history",
});

/**
 * The first event the code does not make any more: halving the history finds the task, and the worker's own words name
 * the event inside it for some kinds of difference.
 */
export async function breakingEvent(history: History, message: string, replays: Replays): Promise<BreakingEvent> {
  const events = history.events ?? [];
  const [, told] = /HistoryEvent\(id: (\d+)/.exec(message) ?? [];
  if (told) return named(events.find((event) => String(event.eventId) === told));
  const places = cuts(events);
  let [low, high] = [0, places.length - 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (await replays({ events: events.slice(0, places[middle]?.end) })) low = middle + 1;
    else high = middle;
  }
  const task = events[places[low]?.task ?? 0];
  return named(events.find((event) => isCommandOf(task, event)) ?? task);
}
