import type { CaseInput } from "./case.ts";
import type { Party, Pipeline } from "./pipeline.ts";

/** Every seat that a table names anywhere: at a step, among those asked, or as the level that is told. */
export function partiesOf(table: Pipeline): Set<Party> {
  const found = new Set<Party>();
  const look = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const { party } = value as { party?: Party };
    if (party !== undefined) found.add(party);
    Object.values(value).forEach(look);
  };
  look(table.steps);
  return found;
}

/** Units with a seat by the table. A unit that could sit but has nothing to do there is as strange to the case as any. */
export function seatedParties({ pipeline, parties }: Pick<CaseInput, "pipeline" | "parties">): string[] {
  const named = partiesOf(pipeline);
  return Object.entries(parties).flatMap(([party, unit]) => (named.has(party as Party) ? [unit] : []));
}
