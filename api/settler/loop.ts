import { setTimeout as pause } from "node:timers/promises";
import { takeUnsettled, type CommandRow } from "../../store/index.ts";
import { lookAt, seemsLost, settleLook, type Look, type SettlerDeps } from "./settle-one.ts";

export interface SettlerTimes {
  /** Younger commands are still in the hands of the request that sent them. */
  idleMs: number;
  pauseMs: number;
  batch: number;
}

export const settlerTimes: SettlerTimes = { idleMs: 12_000, pauseMs: 2_000, batch: 200 };

export interface Settler {
  stop: () => Promise<void>;
}

/** A server that was frozen may answer the first question before it has worked off what reached it earlier. */
const SECOND_LOOK_MS = 1_000;

/** Each question has a deadline of its own, which must not run out while it queues behind the others of its batch. */
const ASKED_AT_ONCE = 20;

async function lookAtAll(deps: SettlerDeps, commands: readonly CommandRow[]): Promise<Look[]> {
  const looks: Look[] = [];
  for (let start = 0; start < commands.length; start += ASKED_AT_ONCE) {
    const asked = commands.slice(start, start + ASKED_AT_ONCE);
    looks.push(...(await Promise.all(asked.map((command) => lookAt(deps, command)))));
  }
  return looks;
}

const settleAll = (deps: SettlerDeps, looks: readonly Look[]): Promise<boolean[]> =>
  Promise.all(looks.map((look) => settleLook(deps, look)));

/** "Unknown" is believed on the second look only; the whole batch waits for it together. */
async function settleLost(deps: SettlerDeps, lost: readonly Look[]): Promise<boolean[]> {
  if (lost.length === 0) return [];
  await pause(SECOND_LOOK_MS);
  const commands = lost.map(({ command }) => command);
  return settleAll(deps, await lookAtAll(deps, commands));
}

/** One round: true when there may be more to do at once. */
export async function settleRound(deps: SettlerDeps, times: SettlerTimes): Promise<boolean> {
  const { idleMs, batch } = times;
  const commands = await takeUnsettled(deps.db, { now: deps.clock(), idleMs, limit: batch });
  const looks = await lookAtAll(deps, commands);
  const isLost = (look: Look): boolean => seemsLost(deps, look);
  const known = looks.filter((look) => !isLost(look));
  const settled = await Promise.all([settleAll(deps, known), settleLost(deps, looks.filter(isLost))]);
  return commands.length === batch && settled.flat().some(Boolean);
}

/** Runs beside the API in as many processes as there are; the lease in the database keeps them apart. */
export function startSettler(deps: SettlerDeps, times: SettlerTimes = settlerTimes): Settler {
  const stopping = new AbortController();
  const { signal } = stopping;
  const wait = (): Promise<void> => pause(times.pauseMs, undefined, { signal }).catch(() => undefined);
  const live = async (): Promise<void> => {
    while (!signal.aborted) {
      const more = await settleRound(deps, times).catch((error: unknown) => {
        deps.log.warn({ err: error }, "settler round failed");
        return false;
      });
      if (!more) await wait();
    }
  };
  const running = live();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
