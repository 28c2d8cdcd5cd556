import { store } from "./durable.ts";

/** Every night: could today's people still take a case through every table? */
export async function checkPipelines(): Promise<{ checked: number; found: number }> {
  return store.checkPipelines();
}
