import { ledgerRefusalText } from "../domain/funding/ledger-texts.ts";
import {
  CeilingInTheWay,
  CeilingMovedOn,
  IdReused,
  isUniqueViolation,
  MoneyRefused,
  PaperAnswered,
} from "../store/index.ts";
import type { Language } from "./http/language.ts";
import { ProblemError } from "./http/problem.ts";

function toldAs(error: unknown, language: Language): unknown {
  if (error instanceof MoneyRefused) {
    return new ProblemError("money-refused", { reason: ledgerRefusalText(error.refusal, language) });
  }
  if (error instanceof CeilingInTheWay) return new ProblemError("over-ceiling", error.excess);
  if (error instanceof IdReused) return new ProblemError("command-id-reused", {});
  if (error instanceof CeilingMovedOn) return new ProblemError("ceiling-moved-on", { version: error.version });
  if (error instanceof PaperAnswered) {
    const { status, answeredByName } = error.paper;
    return new ProblemError("paper-answered", { status, by: answeredByName ?? "" });
  }
  return isUniqueViolation(error, "MoneyPaper_one_change") ? new ProblemError("ceiling-in-change", {}) : error;
}

/** What the store says no to, in words. */
export async function told<T>(language: Language, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toldAs(error, language);
  }
}
