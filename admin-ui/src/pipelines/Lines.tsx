/** Several short sayings in one cell, each on a line of its own. */
export function Lines({ of }: { of: readonly string[] }) {
  if (of.length === 0) return null;
  return of.map((line) => <div key={line}>{line}</div>);
}
