import type { DynamicConfig } from "../../scripts/stack/temporal-config.ts";

/** Namespaces in which the server asks workflows to continue as new after a tenth of its usual number of events. */
export const shortRunNamespaces = ["short-runs-case", "short-runs-campaign"] as const;

const EVENTS = 100;

export const shortRuns: DynamicConfig = {
  "limit.historyCount.suggestContinueAsNew": shortRunNamespaces.map((namespace) => ({
    value: EVENTS,
    constraints: { namespace },
  })),
};
