import { isDeepStrictEqual } from "node:util";

/** Where today's rules come to something else than those by which a history was made. */
export interface Departure {
  /** Of the event in the subject's own record. */
  seq: number;
  what: string;
}

/** As it goes through JSON, which is how a history holds it. */
export const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

export const unsealed = <E extends { hash: string; prevHash: string }>(event: E): Omit<E, "hash" | "prevHash"> => {
  const { hash: _hash, prevHash: _prevHash, ...rest } = event;
  return rest;
};

interface Sealed {
  hash: string;
  prevHash: string;
}

export const otherSeal = (was: Sealed, now: Sealed): string | null =>
  was.hash === now.hash && was.prevHash === now.prevHash ? null : "is sealed with another hash";

/** Names the fields in which two states differ. */
export function otherState(was: object, now: object): string | null {
  const [before, after] = [plain(was), plain(now)] as [Record<string, unknown>, Record<string, unknown>];
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const other = fields.filter((field) => !isDeepStrictEqual(before[field], after[field]));
  return other.length === 0 ? null : `leads to another state: ${other.join(", ")}`;
}

type Decided = { ok: true; event: object } | { ok: false; rejection: { code: string } };

export function otherDecision(was: Sealed, now: Decided): string | null {
  if (!now.ok) return `is refused now: ${now.rejection.code}`;
  return isDeepStrictEqual(plain(now.event), unsealed(was)) ? null : "says something else";
}
