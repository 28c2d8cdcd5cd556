import type { Deps } from "../deps.ts";
import { reasonOf } from "../health/check.ts";
import type { Finding } from "./finding.ts";
import { scanRecords } from "./record-scan.ts";
import { createRound } from "./round.ts";
import { scanWorkflows } from "./workflow-scan.ts";

export interface EngineView {
  findings: Finding[];
  reachable: boolean;
  error: string | null;
  checked: number;
  complete: boolean;
}

/** Several administrators looking at the page at once cost one scan. */
const KEEP_MS = 5_000;

/** Compares records and engine in both directions (invariant I10). */
export function createScanner(deps: Deps): () => Promise<EngineView> {
  const records = createRound((after: string | null) => scanRecords(deps, after));
  const workflows = createRound((from: Uint8Array | null) => scanWorkflows(deps, from));
  let until = 0;
  let latest: Promise<EngineView> | null = null;

  const scan = async (): Promise<EngineView> => {
    try {
      const [held, running] = await Promise.all([records(), workflows()]);
      return {
        findings: [...held.findings, ...running.findings],
        reachable: true,
        error: null,
        checked: held.checked,
        complete: held.complete && running.complete,
      };
    } catch (error) {
      return { findings: [], reachable: false, error: reasonOf(error), checked: 0, complete: false };
    }
  };

  return () => {
    if (latest === null || deps.clock() >= until) {
      until = deps.clock() + KEEP_MS;
      latest = scan();
    }
    return latest;
  };
}
