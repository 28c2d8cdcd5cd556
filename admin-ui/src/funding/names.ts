import type { LedgerGroup } from "../../../domain/funding/ledger-views.ts";
import { agencyOf, sourceOf, taskOf } from "../../../domain/plan/plan.ts";

type Language = "vi" | "en";

/** How the plan calls what money is grouped by; the code itself where the plan does not know it. */
export function groupName(group: LedgerGroup, code: string, language: Language): string {
  if (group === "year") return code;
  if (group === "unit") return agencyOf(code)?.[language] ?? code;
  const found = group === "source" ? sourceOf(code) : taskOf(code);
  return found ? `${code}. ${found[language]}` : code;
}
