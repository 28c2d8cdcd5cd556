import type { StuckRow } from "../../domain/contracts/operations.ts";
import { getCampaign, getCase, peopleOf, type CaseListRow, type CaseRow } from "../../store/index.ts";
import type { Caller } from "../auth/caller.ts";
import { iso, isoOrNull } from "../clock-text.ts";
import type { Deps } from "../deps.ts";
import type { Language } from "../http/language.ts";
import { texts } from "../texts/index.ts";
import { caseListItem } from "../views/case-list.ts";
import { postView } from "../views/names.ts";
import { listContext } from "../visible-case.ts";
import { keyOf, type Finding } from "./finding.ts";
import { candidatePosts, candidatesOf, machineRemedies, remediesOf } from "./remedies.ts";

export interface Reader {
  caller: Caller;
  language: Language;
}

const commonOf = ({ subject, cause, since, error }: Finding) => ({
  id: `${cause}:${keyOf(subject)}`,
  cause,
  causeName: { vi: texts.vi.causes[cause], en: texts.en.causes[cause] },
  since: iso(since),
  error: error && { ...error, nextAttemptAt: isoOrNull(error.nextAttemptAt) },
});

/** What only machines can mend: no person holds it, and no command of ours would reach it. */
const machineRow = (finding: Finding, title: string, language: Language): StuckRow => ({
  ...commonOf(finding),
  subject: { ...finding.subject, title },
  case: null,
  waitsFor: [],
  remedies: machineRemedies(language),
  candidates: [],
});

async function titleOf(deps: Deps, { kind, id }: Finding["subject"], language: Language): Promise<string> {
  const words = texts[language].subjects;
  if (kind !== "campaign") return words[kind](id);
  return words.campaign(id, (await getCampaign(deps.db, id))?.year ?? null);
}

async function caseView(
  deps: Deps,
  finding: Finding,
  row: CaseRow & CaseListRow,
  { caller, language }: Reader,
): Promise<StuckRow> {
  const { subject, cause } = finding;
  const context = await listContext(deps);
  const { units, now } = context;
  const posts = candidatePosts(row);
  const people = await peopleOf(deps.db, posts, now);
  return {
    ...commonOf(finding),
    subject: { ...subject, title: row.title },
    case: caseListItem(row, context),
    waitsFor: row.holders.map((holder) => postView(units, holder)),
    remedies: remediesOf({ caller, row, cause, now, units, language }),
    candidates: candidatesOf(posts, people, units),
  };
}

/** Nothing where the case was finished since it was looked at. */
export async function stuckRow(deps: Deps, finding: Finding, reader: Reader): Promise<StuckRow[]> {
  const { subject, cause } = finding;
  const row = subject.kind === "case" ? await getCase(deps.db, subject.id) : null;
  if (!row) return [machineRow(finding, await titleOf(deps, subject, reader.language), reader.language)];
  const over = row.outcome !== null && cause !== "not-recorded";
  return over ? [] : [await caseView(deps, finding, row, reader)];
}
