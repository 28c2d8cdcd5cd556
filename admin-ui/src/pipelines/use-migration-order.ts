import { useState } from "react";
import { useQueries } from "@tanstack/react-query";
import { stepsLost } from "../../../domain/pipelines/difference.ts";
import type { Pipeline, StepId } from "../../../domain/engine/pipeline.ts";
import { useProvider } from "../providers/use-provider.ts";
import { tableOf, useVersion, useVersions, versionQuery } from "./queries.ts";

export interface Order {
  /** null: every older version. */
  from: number | null;
  renames: Readonly<Record<StepId, StepId>>;
  timers: "keep" | "recompute";
}

/** Cases to migrate, each with the token of what was previewed. */
export type Chosen = ReadonlyMap<string, string>;

/** What is sent: a rename that has not been chosen is none. */
export const sentOrder = ({ from, renames, timers }: Order) => ({
  ...(from !== null && { from }),
  renames: Object.fromEntries(Object.entries(renames).filter(([, step]) => step !== "")),
  timers,
});

/** Versions to choose from, their tables, and the steps of the older ones that the target does not have. */
export function useMigrationOrder(pipelineId: string, to: number) {
  const provider = useProvider();
  const versions = useVersions(pipelineId);
  const target = useVersion(pipelineId, to);
  const older = (versions.data?.items ?? []).filter(({ version, openCases }) => version < to && openCases > 0);
  const tables = useQueries({ queries: older.map(({ version }) => versionQuery(provider, pipelineId, version)) });
  const [order, setOrder] = useState<Order>({ from: null, renames: {}, timers: "keep" });
  const after = target.data ? tableOf(target.data) : null;
  const known = tables.flatMap(({ data }) => (data ? [tableOf(data)] : []));
  const before = known.filter(({ version }) => order.from === null || version === order.from);
  const lost = after ? before.flatMap((table) => stepsLost(table, after).map((step) => ({ step, table }))) : [];
  return {
    versions,
    target,
    after,
    older,
    order,
    change: (next: Partial<Order>) => setOrder({ ...order, ...next }),
    lost,
    /** Renames hold for one table: with several of them one must be chosen first. */
    ambiguous: lost.length > 0 && before.length > 1,
  };
}

export type MigrationWork = ReturnType<typeof useMigrationOrder>;
export type Lost = { step: StepId; table: Pipeline };
