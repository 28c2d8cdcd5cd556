import type { Endpoint } from "../../domain/contracts/endpoint.ts";
import { endpoints } from "../../domain/contracts/index.ts";
import { texts } from "../texts/index.ts";
import type { Language } from "./language.ts";
import { ProblemError } from "./problem.ts";

/** PostgreSQL stores neither NUL nor half a character (a lone surrogate): both would fail long after they were taken. */
const UNSTORABLE = /\0|\p{Surrogate}/u;

/** A draft is cleaned when it is normalised: an autosave must not stop for a character that nobody can see. */
const cleaned = new Set<Endpoint>([endpoints.putDraft]);

/** Deeper than any contract: a body of brackets only must not end in a stack overflow. */
const MAX_DEPTH = 20;

function unstorableAt(value: unknown, path: string, depth = 0): string | null {
  if (typeof value === "string") return UNSTORABLE.test(value) ? path : null;
  if (typeof value !== "object" || value === null) return null;
  if (depth > MAX_DEPTH) return path;
  for (const [key, item] of Object.entries(value)) {
    const found = UNSTORABLE.test(key) ? path : unstorableAt(item, `${path}.${key}`, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

export function requireStorable(endpoint: Endpoint, value: unknown, where: string, language: Language): void {
  const path = cleaned.has(endpoint) ? null : unstorableAt(value, where);
  if (path === null) return;
  const errors = [{ path, code: "unstorable-character", message: texts[language].issues.unstorable }];
  throw new ProblemError("invalid-input", { fields: [path] }, { errors });
}
