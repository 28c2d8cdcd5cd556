import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";
import type { CaseEvent, SealedEvent } from "./case.ts";

/** First link of every chain. */
export const GENESIS = "0".repeat(64);

/** SHA-256 (lower-case hex) of the RFC 8785 canonical JSON; pure JavaScript, so it runs inside the workflow sandbox. */
export function hashOf(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalize(value) ?? "null")));
}

interface Link {
  seq: number;
  prevHash: string;
  hash: string;
}

export function sealLink<E extends { seq: number }>(event: E, prevHash: string): E & Link {
  return { ...event, prevHash, hash: hashOf({ ...event, prevHash }) };
}

export const seal = (event: CaseEvent, prevHash: string): SealedEvent => sealLink(event, prevHash);

/** Proves a chain offline: each hash fits its event and names the one before it, without a gap. */
export function verifyChain(events: readonly Link[]): { ok: true } | { ok: false; seq: number } {
  let prevHash = GENESIS;
  let seq = 1;
  for (const { hash, ...event } of events) {
    if (event.seq !== seq || event.prevHash !== prevHash || hashOf(event) !== hash) return { ok: false, seq };
    prevHash = hash;
    seq += 1;
  }
  return { ok: true };
}
