import type { StuckRow } from "../../domain/contracts/operations.ts";
import {
  campaignYears,
  casesById,
  peopleOf,
  type CaseListRow,
  type CaseRow,
  type PersonInPost,
} from "../../store/index.ts";
import type { Caller } from "../auth/caller.ts";
import { iso, isoOrNull } from "../clock-text.ts";
import type { Deps } from "../deps.ts";
import type { Language } from "../http/language.ts";
import { texts } from "../texts/index.ts";
import { caseListItem, type ListContext } from "../views/case-list.ts";
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

function titleOf({ kind, id }: Finding["subject"], { years, reader }: Page): string {
  const words = texts[reader.language].subjects;
  return kind === "campaign" ? words.campaign(id, years.get(id) ?? null) : words[kind](id);
}

/** What the rows of one page are made of: looked up once for all of them. */
interface Page extends ListContext {
  reader: Reader;
  cases: ReadonlyMap<string, CaseRow & CaseListRow>;
  years: ReadonlyMap<string, number>;
  people: readonly PersonInPost[];
}

const idsOf = (findings: readonly Finding[], kind: Finding["subject"]["kind"]): string[] =>
  findings.flatMap(({ subject }) => (subject.kind === kind ? [subject.id] : []));

async function lookUp(deps: Deps, findings: readonly Finding[], reader: Reader): Promise<Page> {
  const [context, cases, years] = await Promise.all([
    listContext(deps),
    casesById(deps.db, idsOf(findings, "case")),
    campaignYears(deps.db, idsOf(findings, "campaign")),
  ]);
  const posts = [...cases.values()].flatMap(candidatePosts);
  const wanted = [...new Map(posts.map((post) => [`${post.unit}/${post.role}`, post])).values()];
  return { ...context, reader, cases, years, people: await peopleOf(deps.db, wanted, context.now) };
}

function caseRow(finding: Finding, row: CaseRow & CaseListRow, page: Page): StuckRow {
  const { subject, cause } = finding;
  const { units, now, people, reader } = page;
  return {
    ...commonOf(finding),
    subject: { ...subject, title: row.title },
    case: caseListItem(row, page),
    waitsFor: row.holders.map((holder) => postView(units, holder)),
    remedies: remediesOf({ ...reader, row, cause, now, units }),
    candidates: candidatesOf(candidatePosts(row), people, units),
  };
}

/** Nothing where the case was finished since it was looked at. */
function stuckRow(finding: Finding, page: Page): StuckRow[] {
  const { subject, cause } = finding;
  const row = subject.kind === "case" ? page.cases.get(subject.id) : undefined;
  if (!row) return [machineRow(finding, titleOf(subject, page), page.reader.language)];
  const over = row.outcome !== null && cause !== "not-recorded";
  return over ? [] : [caseRow(finding, row, page)];
}

/** The rows of a page, in the order of its findings; as many statements for fifty rows as for one. */
export async function stuckRows(deps: Deps, findings: readonly Finding[], reader: Reader): Promise<StuckRow[]> {
  const page = await lookUp(deps, findings, reader);
  return findings.flatMap((finding) => stuckRow(finding, page));
}
