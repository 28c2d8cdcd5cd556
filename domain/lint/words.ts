import type { Finding } from "./finding.ts";
import { findingWordsEn } from "./words-en.ts";
import { findingWordsVi, type FindingWords } from "./words-vi.ts";

const words: Record<"vi" | "en", FindingWords> = { vi: findingWordsVi, en: findingWordsEn };

export function findingText({ code, data }: Finding, language: "vi" | "en"): string {
  const write = words[language][code] as (data: Finding["data"]) => string;
  const text = write(data);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
