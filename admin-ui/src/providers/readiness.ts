import type { PartView } from "../../../domain/contracts/operations.ts";
import { currentLanguage } from "../i18n/language.ts";

/** The probe that needs no session and no database; it answers with 503 when a part is down, and says which. */
export async function fetchReadiness(): Promise<PartView[]> {
  const response = await fetch("/readyz", { headers: { "accept-language": currentLanguage() } });
  return ((await response.json()) as { parts: PartView[] }).parts;
}
