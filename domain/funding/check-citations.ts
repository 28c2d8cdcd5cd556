import { isLocalDate } from "../calendar/local-time.ts";
import { isBlank } from "../report/check-fields.ts";
import { fundingProblem, type FundingProblem } from "./funding-problem.ts";
import { CITATION_FIELDS } from "./request-tables.ts";
import type { FundingRequest, RequestSections } from "./request-schema.ts";
import type { FundingSettings } from "./settings.ts";
import { covers, sourceRootOf } from "./windows.ts";

type GroundRow = NonNullable<NonNullable<RequestSections["grounds"]>["rows"]>[number];

const GROUNDS = "sections.grounds.rows";

/** Rule 11. A ground may be older than the plan, so its date need only exist. */
export function checkGrounds(rows: readonly GroundRow[]): FundingProblem[] {
  if (rows.length === 0) return [fundingProblem(GROUNDS, "rows-missing", { count: 1 })];
  return rows.flatMap((row, index) => {
    const path = `${GROUNDS}.${index}`;
    const missing = CITATION_FIELDS.filter((field) => isBlank(row[field]));
    if (missing.length === CITATION_FIELDS.length) return [fundingProblem(path, "empty-row")];
    const dateWrong = row.date !== undefined && !isLocalDate(row.date);
    return [
      ...missing.map((field) => fundingProblem(`${path}.${field}`, "citation-incomplete")),
      ...(dateWrong ? [fundingProblem(`${path}.date`, "date-invalid")] : []),
    ];
  });
}

const PARTS = ["Number", "Date", "Issuer", "Abstract"] as const;
type Prefix = "policy" | "programme";

function missingParts(approvals: RequestSections["approvals"], prefix: Prefix): string[] {
  return PARTS.map((part) => `${prefix}${part}` as const).filter((field) => isBlank(approvals?.[field]));
}

/** Rule 5, and the reference that sources of IV.2 need: whole, or said to be missing. */
export function checkApprovals(request: FundingRequest, settings: FundingSettings): FundingProblem[] {
  const { approvals, sources } = request.sections ?? {};
  const programme = sourceRootOf("programme");
  const fromProgramme = (sources?.rows ?? []).some((row) => covers(programme, row.sourceCode ?? ""));
  return [
    ...checkApproval(approvals, "policy", request.head?.capital === "investment", settings.investmentWithoutPolicy),
    ...checkApproval(approvals, "programme", fromProgramme, "block"),
  ];
}

function checkApproval(
  approvals: RequestSections["approvals"],
  prefix: Prefix,
  needed: boolean,
  severity: FundingSettings["investmentWithoutPolicy"],
): FundingProblem[] {
  const missing = missingParts(approvals, prefix);
  const date = approvals?.[`${prefix}Date`];
  const wrong =
    date !== undefined && !isLocalDate(date)
      ? [fundingProblem(`sections.approvals.${prefix}Date`, "date-invalid")]
      : [];
  if (missing.length === PARTS.length) {
    const code = prefix === "policy" ? "investment-policy-needed" : "programme-decision-needed";
    return needed ? [fundingProblem(`sections.approvals.${prefix}Number`, code, {}, severity)] : [];
  }
  return [...missing.map((field) => fundingProblem(`sections.approvals.${field}`, "citation-incomplete")), ...wrong];
}
