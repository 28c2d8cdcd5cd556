import { setTimeout as pause } from "node:timers/promises";

/** Waits for a condition of another process; fails with what it saw last. */
export async function until<T>(
  look: () => Promise<T>,
  fits: (seen: T) => boolean,
  { withinMs = 20_000, everyMs = 50 }: { withinMs?: number; everyMs?: number } = {},
): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (fits(seen)) return seen;
    if (Date.now() > end) throw new Error(`still waiting after ${withinMs} ms; last seen: ${JSON.stringify(seen)}`);
    await pause(everyMs);
  }
}
