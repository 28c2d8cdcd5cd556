import { Stop } from "../bootstrap/stop.mjs";
import { isFree, nextFreePort, whoListens } from "./ports.ts";

/** Also what the development server of admin-ui and api/config.ts take when nothing is said. */
const usual = 8_080;

/** A port that was asked for is taken or refused; the usual one makes way. */
export async function chooseWebPort(asked: number | undefined, say: (line: string) => void): Promise<number> {
  const wanted = asked ?? usual;
  if (await isFree(wanted)) return wanted;
  const holder = (await whoListens(wanted)) ?? "another program";
  const next = await nextFreePort(wanted + 1);
  if (asked !== undefined) {
    throw new Stop(`Port ${wanted} is taken by ${holder}.`, `Stop it, or take another: npm start -- --port ${next}`);
  }
  say(`! Port ${wanted} is taken by ${holder}; using ${next}`);
  return next;
}
