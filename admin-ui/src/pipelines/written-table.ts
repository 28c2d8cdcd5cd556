import { pipelineTableSchema } from "../../../domain/contracts/pipeline-table.ts";
import type { Pipeline } from "../../../domain/engine/pipeline.ts";
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

/** As it is offered for changing: the number of the version is given by the server. */
export const written = (table: object): string => JSON.stringify(table, null, 2);
