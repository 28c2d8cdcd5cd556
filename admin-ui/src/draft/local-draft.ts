import { knownPersonId } from "../providers/current-person.ts";
import type { Json } from "./set-at.ts";

/** What was typed since the last answer of the server, on this device: a dead network must not eat an afternoon. */
export interface LocalDraft {
  body: Json;
  /** The saved version it was typed on, so that what others wrote since is seen to be theirs. */
  base: Json;
  version: number;
  at: number;
}

/** Of one person: on a shared machine nobody finds, or sends, what another has typed. */
const keyOf = (caseId: string): string => `trinh-ky.draft.${knownPersonId()}.${caseId}`;

export function keepLocalDraft(caseId: string, draft: LocalDraft): void {
  try {
    localStorage.setItem(keyOf(caseId), JSON.stringify(draft));
  } catch {
    // The device's store is full: the server's copy is the one that counts.
  }
}

export const forgetLocalDraft = (caseId: string): void => localStorage.removeItem(keyOf(caseId));

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null;

export function localDraft(caseId: string): LocalDraft | null {
  const text = localStorage.getItem(keyOf(caseId));
  if (text === null) return null;
  try {
    const kept = JSON.parse(text) as LocalDraft;
    return isObject(kept) && isObject(kept.body) && isObject(kept.base) ? kept : null;
  } catch {
    // Cut off while it was written: nothing in it can be trusted.
    return null;
  }
}
