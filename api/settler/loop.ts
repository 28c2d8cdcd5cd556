import { setTimeout as pause } from "node:timers/promises";
import { takeUnsettled } from "../../store/index.ts";
import type { Deps } from "../deps.ts";
import { settleOne } from "./settle-one.ts";

export interface SettlerTimes {
  /** Younger commands are still in the hands of the request that sent them. */
  idleMs: number;
  pauseMs: number;
  batch: number;
}

export const settlerTimes: SettlerTimes = { idleMs: 12_000, pauseMs: 2_000, batch: 20 };

export interface Settler {
  stop: () => Promise<void>;
}

type SettlerDeps = Pick<Deps, "db" | "engine" | "clock" | "log" | "callDeadlineMs">;

/** One round: true when there may be more to do at once. */
export async function settleRound(deps: SettlerDeps, times: SettlerTimes): Promise<boolean> {
  const { idleMs, batch } = times;
  const commands = await takeUnsettled(deps.db, { now: deps.clock(), idleMs, limit: batch });
  const settled = await Promise.all(commands.map((command) => settleOne(deps, command)));
  return commands.length === batch && settled.some(Boolean);
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
