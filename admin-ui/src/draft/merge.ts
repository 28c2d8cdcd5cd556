import { getAt, setAt, type Json } from "./set-at.ts";

const differs = (one: Json, other: Json, part: string): boolean =>
  JSON.stringify(getAt(one, part)) !== JSON.stringify(getAt(other, part));

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
