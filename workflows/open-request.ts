import { fanOut } from "./durable.ts";
import type { OpenRequestArgs } from "./messages.ts";

/** Enters a request in its round and starts its case; what was asked for is opened, even if no worker is up just now. */
export async function openRequest(args: OpenRequestArgs): Promise<void> {
  await fanOut.openRequest(args);
}
