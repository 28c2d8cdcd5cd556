import type { DynamicConfig } from "../../scripts/stack/temporal-config.ts";

/** Namespaces in which the server asks workflows to continue as new after a tenth of its usual number of events. */
export const shortRunNamespaces = ["short-runs-case", "short-runs-campaign"] as const;
/** One in which the number of events never makes it ask: what then ends a run is the number of updates. */
export const longRunNamespace = "long-runs";
/** One in which a run takes only so many signals. */
export const fewSignalsNamespace = "few-signals";
export const FEW_SIGNALS = 4;

const EVENTS = 100;
const NEVER = 50_000;

const only = (namespace: string, value: number) => ({ value, constraints: { namespace } });

export const shortRuns: DynamicConfig = {
  "limit.historyCount.suggestContinueAsNew": [
    ...shortRunNamespaces.map((namespace) => only(namespace, EVENTS)),
    only(longRunNamespace, NEVER),
  ],
  "limit.historySize.suggestContinueAsNew": [only(longRunNamespace, 48 * 1024 * 1024)],
  "history.maximumSignalsPerExecution": [only(fewSignalsNamespace, FEW_SIGNALS)],
};
