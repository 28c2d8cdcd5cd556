import { keyOf, type Finding } from "./finding.ts";
import type { Step } from "./record-scan.ts";

interface Kept {
  round: number;
  findings: Finding[];
}

export interface RoundView {
  findings: Finding[];
  checked: number;
  complete: boolean;
}

/**
 * Goes round in steps, so that more than one step can hold is all looked at in turn. What an earlier step found stays
 * until its subject is looked at again, or a whole round has passed without meeting it.
 */
export function createRound<Cursor>(look: (from: Cursor | null) => Promise<Step<Cursor>>): () => Promise<RoundView> {
  const kept = new Map<string, Kept>();
  let cursor: Cursor | null = null;
  let round = 0;
  return async () => {
    const { visited, findings, next } = await look(cursor);
    for (const subject of visited) kept.delete(keyOf(subject));
    for (const finding of findings) {
      const key = keyOf(finding.subject);
      kept.set(key, { round, findings: [...(kept.get(key)?.findings ?? []), finding] });
    }
    cursor = next;
    if (next === null) {
      for (const [key, one] of kept) if (one.round < round) kept.delete(key);
      round += 1;
    }
    return {
      findings: [...kept.values()].flatMap((one) => one.findings),
      checked: visited.length,
      complete: next === null,
    };
  };
}
