import { stuckCauses, type StuckRow } from "../../domain/contracts/operations.ts";
import { getCase, peopleOf } from "../../store/index.ts";
import type { Caller } from "../auth/caller.ts";
import { iso, isoOrNull } from "../clock-text.ts";
import type { Deps } from "../deps.ts";
import type { Handlers } from "../http/handler.ts";
import type { Language } from "../http/language.ts";
import { pageOf } from "../http/page.ts";
import { requireGrant } from "../rights.ts";
import type { Finding } from "../stuck/engine-scan.ts";
import { candidatePosts, candidatesOf, remediesOf } from "../stuck/remedies.ts";
import { createScanner } from "../stuck/scanner.ts";
import { sqlFindings } from "../stuck/sql-findings.ts";
import { texts } from "../texts/index.ts";
import { caseListItem } from "../views/case-list.ts";
import { postView } from "../views/names.ts";
import { listContext } from "../visible-case.ts";

const keyOf = ({ cause, caseId }: Finding): string => `${stuckCauses.indexOf(cause)}:${caseId}`;

interface Reader {
  caller: Caller;
  language: Language;
}

async function rowView(deps: Deps, finding: Finding, { caller, language }: Reader): Promise<StuckRow[]> {
  const row = await getCase(deps.db, finding.caseId);
  if (!row || row.outcome !== null) return [];
  const context = await listContext(deps);
  const { units, now } = context;
  const posts = candidatePosts(row);
  const people = await peopleOf(deps.db, posts, now);
  const { cause, since, error } = finding;
  return [
    {
      id: `${cause}:${row.id}`,
      cause,
      causeName: { vi: texts.vi.causes[cause], en: texts.en.causes[cause] },
      case: caseListItem(row, context),
      since: iso(since),
      error: error && { ...error, nextAttemptAt: isoOrNull(error.nextAttemptAt) },
      waitsFor: row.holders.map((holder) => postView(units, holder)),
      remedies: remediesOf({ caller, row, cause, now, units, language }),
      candidates: candidatesOf(posts, people, units),
    },
  ];
}

export function stuckHandlers(deps: Deps): Pick<Handlers, "listStuck"> {
  const askEngine = createScanner(deps);
  return {
    listStuck: async ({ caller, query, language }) => {
      requireGrant(caller, "administer", "audit");
      const [fromSql, engine] = await Promise.all([sqlFindings(deps), askEngine()]);
      const all = [...fromSql, ...engine.findings];
      const { cursor, limit } = pageOf(query);
      const wanted = all
        .filter(({ cause }) => query.cause === undefined || cause === query.cause)
        .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
        .filter((finding) => cursor === undefined || keyOf(finding) > cursor);
      const page = wanted.slice(0, limit);
      const last = page.at(-1);
      const items = await Promise.all(page.map((finding) => rowView(deps, finding, { caller, language })));
      return {
        items: items.flat(),
        next: wanted.length > limit && last ? keyOf(last) : null,
        engine: { reachable: engine.reachable, error: engine.error },
        scan: { checked: engine.checked, complete: engine.complete },
        counts: stuckCauses.map((cause) => ({ cause, count: all.filter((finding) => finding.cause === cause).length })),
        checkedAt: iso(deps.clock()),
      };
    },
  };
}
