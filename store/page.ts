import { isLocalDate } from "../domain/calendar/index.ts";
import { fold } from "../domain/text/text.ts";

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

interface CursorPart {
  int: number;
  instant: number;
  text: string;
  date: string;
  uuid: string;
}
type Key<Kinds extends readonly (keyof CursorPart)[]> = { [K in keyof Kinds]: CursorPart[Kinds[K]] };

const MAX_INT = 2 ** 31 - 1;
const MAX_INSTANT = 8_640_000_000_000_000;
const within = (value: unknown, max: number) => Number.isSafeInteger(value) && Math.abs(value as number) <= max;
const matches = (value: unknown, form: RegExp) => typeof value === "string" && form.test(value);

// What PostgreSQL would refuse to read is refused here: a forged cursor is the caller's mistake, not a failure.
const isPart: Record<keyof CursorPart, (value: unknown) => boolean> = {
  int: (value) => within(value, MAX_INT),
  instant: (value) => within(value, MAX_INSTANT),
  text: (value) => matches(value, /^[^\0]{0,200}$/),
  date: (value) => typeof value === "string" && isLocalDate(value),
  uuid: (value) => matches(value, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
};

/** The sort key after which the page begins; null on the first page. */
export function decodeCursor<const Kinds extends readonly (keyof CursorPart)[]>(
  cursor: string | undefined,
  ...kinds: Kinds
): Key<Kinds> | null {
  if (cursor === undefined || cursor === "") return null;
  const key = parse(Buffer.from(cursor, "base64url").toString("utf8"));
  const fits = Array.isArray(key) && key.length === kinds.length && kinds.every((kind, at) => isPart[kind](key[at]));
  if (!fits) throw new BadCursor("not a cursor of this list");
  return key as unknown as Key<Kinds>;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Text that is no JSON is as bad as JSON of another shape.
    return null;
  }
}

/** Cuts the one row too many that tells whether another page follows. */
export function pageOf<T>(rows: T[], limit: number, keyOf: (row: T) => readonly unknown[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null };
}

/** A search key that means itself: % and _ are characters like any other. */
export const searchKey = (q: string | undefined): string | null =>
  q ? fold(q).replace(/[\\%_]/g, (character) => `\\${character}`) : null;
