import { nfc } from "../text/text.ts";

/** Deeper than any form: beyond it the value is left as it is, for the schema to refuse. */
const MAX_DEPTH = 12;

// PostgreSQL's jsonb refuses NUL and lone surrogates; the other control characters print as nothing.
const UNPRINTABLE = /(?![\n\t])[\p{Cc}\p{Surrogate}]/gu;

export const normalizeText = (text: string): string =>
  nfc(text.replace(/\r\n?/g, "\n").replace(UNPRINTABLE, "")).trim();

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === "";

function normalizeValue(value: unknown, depth: number): unknown {
  if (typeof value === "string") return normalizeText(value);
  if (typeof value !== "object" || value === null || depth > MAX_DEPTH) return value;
  if (Array.isArray(value)) return value.map((item) => normalizeValue(item, depth + 1));
  const entries = Object.entries(value).map(([key, item]) => [key, normalizeValue(item, depth + 1)] as const);
  return Object.fromEntries(entries.filter(([, item]) => !isBlank(item)));
}

/**
 * One writing for one content, before it is parsed, stored or hashed: NFC, trimmed, "\n" between lines, and no empty
 * fields, so that a cleared field and one never touched have the same hash. Rows keep their places.
 */
export const normalizeDraft = <Draft>(draft: Draft): Draft => normalizeValue(draft, 0) as Draft;
