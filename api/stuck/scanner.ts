import type { Deps } from "../deps.ts";
import { reasonOf } from "../health/check.ts";
import { scanEngine, type Finding } from "./engine-scan.ts";

export interface EngineView {
  findings: Finding[];
  reachable: boolean;
  error: string | null;
  checked: number;
  complete: boolean;
}

/** Several administrators looking at the page at once cost one scan. */
const KEEP_MS = 5_000;

/** Remembers where the last scan ended, so that more cases than one page holds are all looked at in turn. */
export function createScanner(deps: Deps): () => Promise<EngineView> {
  let after: string | null = null;
  let known: Finding[] = [];
  let until = 0;
  let latest: Promise<EngineView> | null = null;

  const scan = async (): Promise<EngineView> => {
    try {
      const page = await scanEngine(deps, after);
      const earlier = after === null ? [] : known;
      known = [...earlier, ...page.findings];
      after = page.last;
      return { findings: known, reachable: true, error: null, checked: page.checked, complete: page.complete };
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
