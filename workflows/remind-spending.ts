import { store } from "./durable.ts";

/** Every morning: whose report of spending has become due? */
export async function remindSpending(): Promise<{ told: number }> {
  return store.remindSpending();
}
