import type { Json } from "./set-at.ts";

/** What was typed since the last answer of the server, on this device: a dead network must not eat an afternoon. */
export interface LocalDraft {
  body: Json;
  version: number;
  at: number;
}

const keyOf = (caseId: string): string => `trinh-ky.draft.${caseId}`;

export function keepLocalDraft(caseId: string, draft: LocalDraft): void {
  try {
    localStorage.setItem(keyOf(caseId), JSON.stringify(draft));
  } catch {
    // The device's store is full: the server's copy is the one that counts.
  }
}

export const forgetLocalDraft = (caseId: string): void => localStorage.removeItem(keyOf(caseId));

export function localDraft(caseId: string): LocalDraft | null {
  const text = localStorage.getItem(keyOf(caseId));
  return text ? (JSON.parse(text) as LocalDraft) : null;
}
