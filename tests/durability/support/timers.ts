import type { History } from "../../../scripts/replay/told.ts";

type Timestamp = { seconds?: unknown; nanos?: number | null } | null | undefined;
const ms = (time: Timestamp): number => Number(time?.seconds ?? 0) * 1_000 + Math.round((time?.nanos ?? 0) / 1e6);

/** When the timers that are still to fire will do so, as the server has them. */
export function timersIn({ events }: History): { pending: number[] } {
  const pending = new Map<string, number>();
  for (const event of events ?? []) {
    const { timerStartedEventAttributes: started } = event;
    if (started) pending.set(started.timerId ?? "", ms(event.eventTime) + ms(started.startToFireTimeout));
    const over = event.timerCanceledEventAttributes ?? event.timerFiredEventAttributes;
    if (over) pending.delete(over.timerId ?? "");
  }
  return { pending: [...pending.values()] };
}
