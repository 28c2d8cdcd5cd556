import type { Problem } from "../../domain/contracts/common.ts";
import { texts, type AnyRejection, type AnyRejectionCode, type Names, type ProblemText } from "../texts/index.ts";
import type { Language } from "./language.ts";
import { problemOf } from "./problem.ts";

/** A new refusal of the domain does not compile until it has its place here. */
export const rejectionStatus: Record<AnyRejectionCode, number> = {
  "case-closed": 409,
  "case-put-aside": 409,
  stale: 409,
  "verb-not-available": 409,
  "verb-not-available-now": 409,
  "already-decided": 409,
  "not-your-step": 403,
  "not-your-campaign": 403,
  "not-your-right": 403,
  "own-case": 403,
  "delegation-not-valid": 403,
  "delegation-ceiling": 403,
  "second-person-needed": 403,
  "nothing-to-withdraw": 409,
  "question-open": 409,
  "no-question": 409,
  "question-unclear": 409,
  "term-not-over": 409,
  "unit-already-asked": 409,
  "unit-has-answered": 409,
  "skip-not-proposed": 409,
  "skip-already-proposed": 409,
  "line-not-open": 409,
  "mark-not-allowed": 422,
  "unit-not-asked": 422,
  "last-unit": 422,
  "line-unknown": 422,
  "line-missing": 422,
  "line-not-yours": 422,
  "position-not-fitting": 422,
  "line-unexplained": 422,
  "no-lines": 422,
  "too-many-lines": 422,
  "referral-not-possible": 422,
  "amount-not-allowed": 422,
  "ceiling-exceeded": 422,
  "ceiling-reason-needed": 422,
  "ceiling-needs-higher": 403,
  "line-stale": 409,
  "line-in-hand": 409,
  "line-decided": 409,
  "line-not-settled": 409,
  "due-not-later": 422,
  "clock-paused": 409,
  "no-line-referred": 409,
  "not-weighed": 422,
  "content-not-stored": 422,
  "delegation-over": 403,
  "reason-required": 422,
  "target-not-allowed": 422,
  "minimum-not-reached": 422,
  "missing-unexplained": 422,
  "assignee-not-allowed": 422,
  "calendar-missing": 422,
  "migration-not-possible": 409,
  "not-a-member": 422,
  "member-stands-so": 409,
  "round-not-open": 409,
  "round-over": 422,
  "round-year": 422,
  "choose-unit": 422,
  "not-a-drafter": 403,
  "delegation-not-yours": 403,
  "delegation-post-not-held": 422,
  "delegation-passed-on": 422,
  "delegation-role-unfit": 422,
  "delegation-other-body": 422,
  "delegation-to-self": 422,
  "delegation-period": 422,
  "delegation-overlap": 409,
  "delegation-loop": 409,
  "delegation-closed": 409,
};

/** The field of the request that the rule speaks about, where there is one. */
function fieldOf(rejection: AnyRejection): string | null {
  switch (rejection.code) {
    case "reason-required":
      return `body.body.${rejection.field}`;
    case "target-not-allowed":
    case "assignee-not-allowed":
      return "body.body.to";
    case "mark-not-allowed":
      return "body.body.mark";
    case "due-not-later":
      return "body.body.dueAt";
    case "unit-not-asked":
    case "unit-already-asked":
    case "unit-has-answered":
    case "last-unit":
      return "body.body.unit";
    case "line-unknown":
    case "line-not-open":
    case "referral-not-possible":
    case "amount-not-allowed":
    case "ceiling-exceeded":
      return "body.body.decisions";
    case "line-missing":
    case "line-not-yours":
    case "position-not-fitting":
      return "body.body.amounts";
    case "line-unexplained":
      return "body.body.proposals";
    case "missing-unexplained":
      return "body.body.missing";
    case "not-a-member":
      return "body.body.unit";
    case "round-over":
      return "body.closesOn";
    case "round-year":
      return "body.round.budgetYear";
    case "choose-unit":
      return "body.unit";
    case "delegation-period":
      return "body.start";
    case "delegation-post-not-held":
    case "delegation-passed-on":
    case "delegation-other-body":
    case "delegation-to-self":
      return "body.to";
    default:
      return null;
  }
}

export function rejectionText(rejection: AnyRejection, names: Names, language: Language): ProblemText {
  const write = texts[language].rejections[rejection.code] as (value: AnyRejection, names: Names) => ProblemText;
  return write(rejection, names);
}

export function rejectionProblem(
  rejection: AnyRejection,
  names: Names,
  language: Language,
  instance?: string,
): Problem {
  const { code, ...data } = rejection;
  const text = rejectionText(rejection, names, language);
  const field = fieldOf(rejection);
  const errors = field ? [{ path: field, code, message: text.detail }] : undefined;
  return problemOf({ code, status: rejectionStatus[code], text, data, errors, ...(instance ? { instance } : {}) });
}

/** The engine's answer "no", carried to the edge, where its words are chosen. */
export class RejectionError extends Error {
  override readonly name = "RejectionError";
  readonly rejection: AnyRejection;
  readonly namesIn: (language: Language) => Names;
  constructor(rejection: AnyRejection, namesIn: (language: Language) => Names) {
    super(rejection.code);
    this.rejection = rejection;
    this.namesIn = namesIn;
  }
  describe(language: Language, instance: string): Problem {
    return rejectionProblem(this.rejection, this.namesIn(language), language, instance);
  }
}
