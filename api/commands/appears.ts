import { setTimeout as sleep } from "node:timers/promises";

const WAIT_MS = 5_000;
const LOOK_EVERY_MS = 100;

/** What a workflow was asked to make is usually there within a moment; without a worker it comes later. */
export async function appears(look: () => Promise<unknown>): Promise<boolean> {
  for (let waited = 0; waited < WAIT_MS; waited += LOOK_EVERY_MS) {
    if ((await look()) !== null) return true;
    await sleep(LOOK_EVERY_MS);
  }
  return false;
}
