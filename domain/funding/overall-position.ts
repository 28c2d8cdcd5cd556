import type { Position } from "../engine/content.ts";

/** Where a department stands on the list, from where it stands on each line: an objection to one is said at the top. */
export function overallPosition(positions: readonly Position[]): Position {
  const all = (position: Position): boolean => positions.every((one) => one === position);
  if (positions.length === 0 || all("agree")) return "agree";
  if (positions.includes("object")) return "object";
  return all("not-placed") ? "not-placed" : "agree-with-changes";
}
