import type { Excess } from "../engine/content.ts";
import type { Dong } from "../money/dong.ts";
import { excessOf, type PlacedAmount, type WeighedCeiling } from "./ceiling.ts";

export interface LineExcess {
  readonly over: Dong;
  readonly excess: Excess;
}

/** Per line: by how much it exceeds the gravest ceiling that does not stop it, and what that one asks for. */
export function excesses(
  weighed: readonly WeighedCeiling[],
  changes: readonly PlacedAmount[],
): ReadonlyMap<string, LineExcess> {
  const modes = ["warn", "higher-signature"] as const;
  return new Map(
    modes.flatMap((excess) => [...excessOf(weighed, excess, changes)].map(([line, over]) => [line, { over, excess }])),
  );
}
