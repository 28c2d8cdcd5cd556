import { pipelineTableSchema } from "../../../domain/contracts/pipeline-table.ts";
import type { Pipeline } from "../../../domain/engine/pipeline.ts";
import { inOrderOfWay, layoutOf } from "./layout.ts";
import { lineOf, placesIn } from "./json-places.ts";

export type Uploaded = Record<string, unknown>;

/** What somebody wrote or chose, as far as it can be read here; whether it makes sense is the server's to say. */
export type WrittenTable =
  | { at: "unreadable"; line: number; column: number; offset: number; twice: string | null }
  | { at: "not-an-object" }
  | { at: "read"; uploaded: Uploaded; table: Pipeline | null; places: ReadonlyMap<string, number> };

export function readTable(text: string): WrittenTable {
  const places = placesIn(text);
  if (!places.ok) return { at: "unreadable", ...lineOf(text, places.offset), ...places };
  const value = JSON.parse(text) as unknown;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return { at: "not-an-object" };
  const parsed = pipelineTableSchema.safeParse(value);
  return { at: "read", uploaded: value as Uploaded, table: parsed.data ?? null, places: places.at };
}

const first = ["id", "version", "kind", "name", "start", "steps", "by", "from"];

const ordered = (value: object): [string, unknown][] => {
  const placeOf = (key: string): number => (first.includes(key) ? first.indexOf(key) : first.length);
  return Object.entries(value).sort(([a], [b]) => placeOf(a) - placeOf(b));
};

/** As a person would write it: what it is first, the steps in the order of the way. The database keeps no order. */
export function written(table: Pipeline): string {
  const steps = inOrderOfWay(layoutOf(table)).map((id): [string, unknown] => [
    id,
    Object.fromEntries(ordered(table.steps[id] ?? {})),
  ]);
  return JSON.stringify(Object.fromEntries(ordered({ ...table, steps: Object.fromEntries(steps) })), null, 2);
}
