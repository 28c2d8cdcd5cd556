import { localDate } from "../../domain/calendar/index.ts";
import { checkRequest } from "../../domain/funding/check-request.ts";
import type { FundingProblem } from "../../domain/funding/funding-problem.ts";
import { openingOf } from "../../domain/funding/empty-request.ts";
import { settingsOn, type FundingSettings } from "../../domain/funding/settings.ts";
import { normalizeRequest } from "../../domain/funding/normalize-request.ts";
import { fundingRequestSchema, type FundingRequest } from "../../domain/funding/request-schema.ts";
import { normalizeDraft } from "../../domain/report/normalize.ts";
import { listSettings, otherMoney, type CaseRow } from "../../store/index.ts";
import type { Deps } from "../deps.ts";
import type { Language } from "../http/language.ts";
import { invalidInput } from "../http/issues.ts";

export function parseRequest(body: unknown, language: Language): FundingRequest {
  const parsed = fundingRequestSchema.safeParse(normalizeDraft(body), { reportInput: true });
  if (!parsed.success) throw invalidInput(parsed.error, "body.body", language);
  return normalizeRequest(parsed.data);
}

/** A stored request with everything the rules say against it, warnings included. */
export async function readRequest(
  deps: Deps,
  stored: unknown,
  { id, input }: Pick<CaseRow, "id" | "input">,
): Promise<{ body: FundingRequest; problems: FundingProblem[]; settings: FundingSettings }> {
  const body = normalizeRequest(fundingRequestSchema.parse(normalizeDraft(stored)));
  const { unitCode, window, year } = openingOf(input);
  const task = body.head?.taskCode;
  const today = localDate(deps.clock());
  const [others, rows] = await Promise.all([
    task === undefined ? [] : otherMoney(deps.db, task, id),
    listSettings(deps.db),
  ]);
  const settings = settingsOn(today, rows);
  const round = window !== undefined && year !== undefined ? { window, year } : null;
  return { body, problems: checkRequest(body, { unitCode, today, round, others, settings }), settings };
}
