/** A page of a keyset list. `next` is opaque: the sort key of the last item. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface PageRequest {
  cursor?: string | undefined;
  limit?: number | undefined;
}

/** A cursor that was not made here; the caller's mistake, told as such. */
export class BadCursor extends Error {
  override readonly name = "BadCursor";
}

const DEFAULT_LIMIT = 25;
const MAX_LIMIT = 200;

export const limitOf = ({ limit }: PageRequest): number => Math.min(Math.max(limit ?? DEFAULT_LIMIT, 1), MAX_LIMIT);

export const encodeCursor = (key: readonly unknown[]): string => Buffer.from(JSON.stringify(key)).toString("base64url");

export function decodeCursor(cursor: string | undefined, length: number): unknown[] | null {
  if (cursor === undefined || cursor === "") return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(key) && key.length === length) return key as unknown[];
  } catch {
    // Falls through: text that is no JSON is as bad as JSON of another shape.
  }
  throw new BadCursor("not a cursor of this list");
}

/** Cuts the one row too many that tells whether another page follows. */
export function pageOf<T>(rows: T[], limit: number, keyOf: (row: T) => readonly unknown[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null };
}
