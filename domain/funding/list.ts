import { array, record, strictObject, string, type infer as Infer } from "zod";
import type { Facts, Line } from "../engine/content.ts";
import { sumDong, type Dong } from "../money/dong.ts";
import { compareSourceCodes, compareUnits } from "../report/plan-order.ts";
import { MAX_LINE_LENGTH, MAX_TEXT_LENGTH } from "../report/form-spec.ts";
import { decidableLines, requestedLines, type FundingLine } from "./request-lines.ts";
import type { FundingRequest } from "./request-schema.ts";
import type { FundingSettings } from "./settings.ts";
import { branchOf, type BudgetWindow } from "./windows.ts";

export const LIST_VERSION = 1;

/** More requests than any round of the province has had. */
const MAX_REQUESTS = 500;
const caseId = string().max(80);

/** The department's own words and its order: the only part of a list that a hand may change. */
export const listEditorialSchema = strictObject({
  assessment: string().max(MAX_TEXT_LENGTH).optional(),
  recommendations: string().max(MAX_TEXT_LENGTH).optional(),
  /** Thứ tự ưu tiên: requests in the order in which they go up; those not named follow in the plan's order. */
  order: array(caseId).max(MAX_REQUESTS).optional(),
  /** Ghi chú của Sở, by request. */
  remarks: record(caseId, string().max(MAX_LINE_LENGTH)).optional(),
});
export type ListEditorial = Infer<typeof listEditorialSchema>;

export const listDraftSchema = strictObject({ editorial: listEditorialSchema.optional() });
export interface ListMember {
  readonly caseId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly contentHash: string;
  readonly request: FundingRequest;
  /** Only these of its lines: an earlier list left them to this one. */
  readonly deferred?: readonly string[];
}

const linesOfMember = ({ caseId, unitName, request, deferred }: ListMember): FundingList["lines"] =>
  requestedLines(caseId, request)
    .filter(({ lineId }) => deferred?.includes(lineId) ?? true)
    .map((line) => ({ ...line, unitName }));

/** Danh mục kinh phí, as it goes up: every request of the round, line by line. */
export interface FundingList {
  readonly kind: "funding-list";
  readonly formVersion: typeof LIST_VERSION;
  readonly window: BudgetWindow | null;
  readonly year: number;
  readonly members: readonly (Omit<ListMember, "request"> & { readonly title: string; readonly remark?: string })[];
  readonly lines: readonly (FundingLine & { readonly unitName: string })[];
  readonly bySource: readonly { readonly code: string; readonly amount: Dong }[];
  readonly total: Dong;
  readonly editorial: ListEditorial;
}

const sumOf = (lines: readonly FundingLine[]): Dong => sumDong(lines.map(({ requested }) => requested));

/** By the department's own order, then by the plan's. */
function inOrder(members: readonly ListMember[], order: readonly string[]): ListMember[] {
  const place = ({ caseId: id }: ListMember): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...members].sort(
    (a, b) => place(a) - place(b) || compareUnits(a.unitCode, b.unitCode) || (a.caseId < b.caseId ? -1 : 1),
  );
}

/** The same requests give the same bytes, in whatever order they came in. */
export function makeList(given: {
  window: BudgetWindow | null;
  year: number;
  members: readonly ListMember[];
  editorial: ListEditorial;
}): FundingList {
  const { order = [], remarks = {} } = given.editorial;
  const members = inOrder(given.members, order);
  const lines = members.flatMap(linesOfMember);
  const codes = [...new Set(lines.map(({ sourceCode }) => sourceCode))].sort(compareSourceCodes);
  return {
    kind: "funding-list",
    formVersion: LIST_VERSION,
    window: given.window,
    year: given.year,
    members: members.map(({ request, ...member }) => {
      const remark = remarks[member.caseId]?.trim() ?? "";
      return { ...member, title: request.head?.title ?? "", ...(remark !== "" && { remark }) };
    }),
    lines,
    bySource: codes.map((code) => ({ code, amount: sumOf(lines.filter(({ sourceCode }) => sourceCode === code)) })),
    total: sumOf(lines),
    editorial: given.editorial,
  };
}

export const decidableLinesOf = (list: FundingList): Line[] => decidableLines(list.lines);

/** A supplement within the year so large that the council's standing body is heard before UBND decides (vietnam.md §5.3). */
function needsCouncil(
  { window, lines }: Pick<FundingList, "window" | "lines">,
  { councilFrom }: FundingSettings,
): boolean {
  const requests = [...new Set(lines.map(({ requestId }) => requestId))];
  const asked = (request: string): Dong => sumOf(lines.filter(({ requestId }) => requestId === request));
  return window === "in-year" && requests.some((request) => BigInt(asked(request)) >= BigInt(councilFrom));
}

/** What the list's own path depends on: who is asked for an opinion. */
export function factsOfList({ lines, total, window, year }: FundingList, settings: FundingSettings): Facts {
  const branches = new Set(lines.map(({ sourceCode }) => branchOf(sourceCode)));
  return {
    amount: Number(total),
    window: window ?? "",
    year,
    regular: branches.has("regular"),
    investment: branches.has("investment"),
    council: needsCouncil({ window, lines }, settings),
  };
}
