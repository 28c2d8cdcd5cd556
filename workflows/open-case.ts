import { fanOut } from "./durable.ts";
import type { OpenCaseArgs } from "./messages.ts";

/** Opens a case outside any campaign; what was asked for is opened, even if no worker is up just now. */
export async function openCase(args: OpenCaseArgs): Promise<void> {
  await fanOut.openCase(args);
}
