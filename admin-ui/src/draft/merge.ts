import { getAt, setAt, type Json } from "./set-at.ts";

const inOrder = (_: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** The server writes fields in an order of its own: that alone is no change. */
export const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one, inOrder) === JSON.stringify(other, inOrder);

const differs = (one: Json, other: Json, part: string): boolean => !same(getAt(one, part), getAt(other, part));

const take = (body: Json, from: Json, part: string): Json => setAt(body, part.split("."), getAt(from, part)) as Json;

/** The version both began from: as the server keeps it, and in my own writing of it. */
export interface Base {
  base: Json;
  own: Json;
}

/** Of the parts that two people may write at the same time without meeting, those that both have changed since the common version, each in another way: a person must choose. */
export const contested = (parts: readonly string[], { base, own }: Base, mine: Json, theirs: Json): readonly string[] =>
  parts.filter((part) => differs(own, mine, part) && differs(base, theirs, part) && differs(mine, theirs, part));

/** Whoever alone changed a part is right; of a contested part mine is taken unless theirs was chosen. */
export function merged(
  parts: readonly string[],
  { own: begun, mine, theirs }: { own: Json; mine: Json; theirs: Json },
  theirsIn: readonly string[] = [],
): Json {
  const changed = parts.filter((part) => differs(begun, mine, part) && !theirsIn.includes(part));
  return changed.reduce((body, part) => take(body, mine, part), theirs);
}
