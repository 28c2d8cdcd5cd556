import { strictObject, string, type infer as Infer } from "zod";
import type { Facts, Line } from "../engine/content.ts";
import { sumDong, type Dong } from "../money/dong.ts";
import { compareSourceCodes, compareUnits } from "../report/plan-order.ts";
import { MAX_TEXT_LENGTH } from "../report/form-spec.ts";
import { decidableLines, requestedLines, type FundingLine } from "./request-lines.ts";
import type { FundingRequest } from "./request-schema.ts";
import { covers, sourceRootOf, type BudgetWindow } from "./windows.ts";

export const LIST_VERSION = 1;

/** The department's own words: the only part of a list that a hand may change. */
export const listEditorialSchema = strictObject({
  assessment: string().max(MAX_TEXT_LENGTH).optional(),
  recommendations: string().max(MAX_TEXT_LENGTH).optional(),
});
export type ListEditorial = Infer<typeof listEditorialSchema>;

export const listDraftSchema = strictObject({ editorial: listEditorialSchema.optional() });
export interface ListMember {
  readonly caseId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly contentHash: string;
  readonly request: FundingRequest;
}

/** Danh mục kinh phí, as it goes up: every request of the round, line by line. */
export interface FundingList {
  readonly kind: "funding-list";
  readonly formVersion: typeof LIST_VERSION;
  readonly window: BudgetWindow | null;
  readonly year: number;
  readonly members: readonly Omit<ListMember, "request">[];
  readonly lines: readonly (FundingLine & { readonly unitName: string })[];
  readonly bySource: readonly { readonly code: string; readonly amount: Dong }[];
  readonly total: Dong;
  readonly editorial: ListEditorial;
}

const sumOf = (lines: readonly FundingLine[]): Dong => sumDong(lines.map(({ requested }) => requested));

/** The same requests give the same bytes, in whatever order they came in. */
export function makeList(given: {
  window: BudgetWindow | null;
  year: number;
  members: readonly ListMember[];
  editorial: ListEditorial;
}): FundingList {
  const members = [...given.members].sort(
    (a, b) => compareUnits(a.unitCode, b.unitCode) || (a.caseId < b.caseId ? -1 : 1),
  );
  const lines = members.flatMap(({ caseId, unitName, request }) =>
    requestedLines(caseId, request).map((line) => ({ ...line, unitName })),
  );
  const codes = [...new Set(lines.map(({ sourceCode }) => sourceCode))].sort(compareSourceCodes);
  return {
    kind: "funding-list",
    formVersion: LIST_VERSION,
    window: given.window,
    year: given.year,
    members: members.map(({ request: _, ...member }) => member),
    lines,
    bySource: codes.map((code) => ({ code, amount: sumOf(lines.filter(({ sourceCode }) => sourceCode === code)) })),
    total: sumOf(lines),
    editorial: given.editorial,
  };
}

export const decidableLinesOf = (list: FundingList): Line[] => decidableLines(list.lines);

/** What the list's own path depends on: who is asked for an opinion. */
export function factsOfList({ lines, total, window, year }: FundingList): Facts {
  const investment = ({ sourceCode }: FundingLine): boolean => covers(sourceRootOf("investment"), sourceCode);
  return {
    amount: Number(total),
    window: window ?? "",
    year,
    regular: lines.some((line) => !investment(line)),
    investment: lines.some(investment),
  };
}
