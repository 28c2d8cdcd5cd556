import { heartbeat } from "@temporalio/activity";

/** Starting 50 cases one after the other would take most of a heartbeat; eight at once load neither side. */
const AT_ONCE = 8;

export async function inBatches<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let start = 0; start < items.length; start += AT_ONCE) {
    await Promise.all(items.slice(start, start + AT_ONCE).map(work));
    heartbeat(start);
  }
}
