import { normalizeDraft } from "../report/normalize.ts";
import type { FundingRequest } from "./request-schema.ts";

type Identified = { readonly id?: string | undefined };

/** Line ids already in use, with the number of the last one given. */
interface Ids {
  readonly taken: Set<string>;
  count: number;
}

function freshId(ids: Ids): string {
  do ids.count += 1;
  while (ids.taken.has(`l${ids.count}`));
  return `l${ids.count}`;
}

// A copied row brings the id of its original along: the second of two gets one of its own.
function identified<Row extends Identified>(rows: readonly Row[], ids: Ids): Row[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    const own = row.id !== undefined && !seen.has(row.id) ? row.id : freshId(ids);
    seen.add(own);
    ids.taken.add(own);
    return { ...row, id: own };
  });
}

const TABLES = ["grounds", "sources", "costs", "placed"] as const;

/**
 * One writing for one content (see domain/report/normalize.ts), and an id for every line that has none: `l1`, `l2`, …
 * never used again after the line is gone.
 */
export function normalizeRequest(given: FundingRequest): FundingRequest {
  const draft = normalizeDraft(given);
  const sections = draft.sections ?? {};
  const rowsOf = (key: (typeof TABLES)[number]): readonly Identified[] => sections[key]?.rows ?? [];
  const taken = new Set(TABLES.flatMap((key) => rowsOf(key).flatMap((row) => row.id ?? [])));
  const ids: Ids = { taken, count: draft.lineCount ?? 0 };
  const filled = Object.fromEntries(
    TABLES.filter((key) => sections[key]?.rows !== undefined).map((key) => [
      key,
      { ...sections[key], rows: identified(rowsOf(key), ids) },
    ]),
  );
  return { ...draft, lineCount: ids.count, sections: { ...sections, ...filled } };
}
