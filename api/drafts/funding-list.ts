import { isOut } from "../../domain/campaign/position.ts";
import { openingOf } from "../../domain/funding/empty-request.ts";
import {
  listDraftSchema,
  makeList,
  type FundingList,
  type ListEditorial,
  type ListMember,
} from "../../domain/funding/list.ts";
import { fundingRequestSchema } from "../../domain/funding/request-schema.ts";
import { yearsOfWindow } from "../../domain/funding/windows.ts";
import { normalizeDraft } from "../../domain/report/normalize.ts";
import { deferredMembers, deskMembers, type CaseRow, type DeskMemberRow } from "../../store/index.ts";
import type { Deps } from "../deps.ts";
import type { Language } from "../http/language.ts";
import { invalidInput } from "../http/issues.ts";

/** Only the department's own words are kept; lines and sums come from the accepted requests every time. */
export function parseListDraft(body: Record<string, unknown>, language: Language): { editorial: ListEditorial } {
  const editorial = normalizeDraft(body["editorial"] ?? {});
  const parsed = listDraftSchema.safeParse({ editorial }, { reportInput: true });
  if (!parsed.success) throw invalidInput(parsed.error, "body.body", language);
  return { editorial: parsed.data.editorial ?? {} };
}

export interface ReadList {
  list: FundingList;
  /** Requests that are not in it, and still could have been. */
  left: DeskMemberRow[];
  owing: number;
}

export const readList = (deps: Deps, { input }: Pick<CaseRow, "input">, stored: unknown): Promise<ReadList> =>
  readListOf(deps, { id: input.campaignId ?? "", year: input.year, settings: input.settings }, stored);

/** Lines that earlier lists of this window took off while they waited for the council. */
async function leftToThis(
  deps: Deps,
  { window, year }: Pick<FundingList, "window" | "year">,
  members: readonly ListMember[],
): Promise<ListMember[]> {
  const rows = window === null ? [] : await deferredMembers(deps.db, window, yearsOfWindow(window, year));
  return rows
    .filter(({ caseId }) => !members.some((member) => member.caseId === caseId))
    .map(({ caseId, unitCode, unitName, content, lines }) => ({
      caseId,
      unitCode,
      unitName,
      contentHash: content.hash,
      request: fundingRequestSchema.parse(content.body),
      deferred: lines,
    }));
}

/** The list of a round as it would be frozen now. */
export async function readListOf(
  deps: Deps,
  round: { id: string; year: number; settings: CaseRow["input"]["settings"] },
  stored: unknown,
): Promise<ReadList> {
  const rows = (await deskMembers(deps.db, round.id)).filter(({ position }) => !isOut(position));
  const members = rows.flatMap(({ caseId, unitCode, unitName, content }) =>
    content
      ? [{ caseId, unitCode, unitName, contentHash: content.hash, request: fundingRequestSchema.parse(content.body) }]
      : [],
  );
  const { window = null, year = round.year } = openingOf({ parties: {}, settings: round.settings });
  const { editorial = {} } = listDraftSchema.parse(stored ?? {});
  const deferred = await leftToThis(deps, { window, year }, members);
  const list = makeList({ window, year, members: [...members, ...deferred], editorial });
  return { list, left: rows.filter(({ content }) => !content), owing: rows.length };
}
