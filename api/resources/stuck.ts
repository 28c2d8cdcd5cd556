import { stuckCauses } from "../../domain/contracts/operations.ts";
import { iso } from "../clock-text.ts";
import type { Deps } from "../deps.ts";
import type { Handlers } from "../http/handler.ts";
import { pageOf } from "../http/page.ts";
import { requireGrant } from "../rights.ts";
import { keyOf, type Finding } from "../stuck/finding.ts";
import { stuckRows } from "../stuck/row-view.ts";
import { createScanner } from "../stuck/scanner.ts";
import { sqlFindings } from "../stuck/sql-findings.ts";

const orderOf = ({ cause, subject }: Finding): string => `${stuckCauses.indexOf(cause)}:${keyOf(subject)}`;

/** One row per cause and subject, however often it was noticed; the first notice stays. */
const inOrder = (findings: readonly Finding[]): [string, Finding][] =>
  [...new Map(findings.toReversed().map((finding) => [orderOf(finding), finding]))].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );

export function stuckHandlers(deps: Deps): Pick<Handlers, "listStuck"> {
  const askEngine = createScanner(deps);
  return {
    listStuck: async ({ caller, query, language }) => {
      requireGrant(caller, "administer", "audit");
      const [fromSql, engine] = await Promise.all([sqlFindings(deps), askEngine()]);
      const all = inOrder([...fromSql, ...engine.findings]);
      const { cursor, limit } = pageOf(query);
      const wanted = all.filter(
        ([key, { cause }]) =>
          (query.cause === undefined || cause === query.cause) && (cursor === undefined || key > cursor),
      );
      const page = wanted.slice(0, limit);
      const findings = page.map(([, finding]) => finding);
      return {
        items: await stuckRows(deps, findings, { caller, language }),
        next: wanted.length > limit ? (page.at(-1)?.[0] ?? null) : null,
        engine: { reachable: engine.reachable, error: engine.error },
        scan: { checked: engine.checked, complete: engine.complete },
        counts: stuckCauses.map((cause) => ({ cause, count: all.filter(([, found]) => found.cause === cause).length })),
        checkedAt: iso(deps.clock()),
      };
    },
  };
}
