import type { Language } from "../http/language.ts";
import { en } from "./en.ts";
import type { Texts } from "./types.ts";
import { vi } from "./vi.ts";

export const texts: Record<Language, Texts> = { vi, en };
export type {
  AnyRejection,
  AnyRejectionCode,
  HealthTexts,
  HttpCode,
  HttpData,
  IssueTexts,
  Names,
  ProblemText,
  Texts,
} from "./types.ts";
