import { openCampaignIds, openCaseIds } from "../../store/index.ts";
import type { Deps } from "../deps.ts";
import type { Finding, Look, Subject } from "./finding.ts";
import { workflowFailures } from "./workflow-state.ts";

const PAGE = 200;
const AT_ONCE = 10;

export interface Step<Cursor> extends Look {
  /** Where the next look goes on; null: the round is complete. */
  next: Cursor | null;
}

export async function lookAtAll(deps: Deps, subjects: readonly Subject[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (let at = 0; at < subjects.length; at += AT_ONCE) {
    const some = await Promise.all(subjects.slice(at, at + AT_ONCE).map((subject) => workflowFailures(deps, subject)));
    findings.push(...some.flat());
  }
  return findings;
}

/** From the records to the engine: everything held open must have a workflow that is well. */
export async function scanRecords(deps: Deps, after: string | null): Promise<Step<string>> {
  const ids = await openCaseIds(deps.db, after, PAGE);
  // A handful: they are looked at in every step, so that a failing campaign shows at once.
  const campaigns = await openCampaignIds(deps.db);
  const visited: Subject[] = [
    ...campaigns.map((id): Subject => ({ kind: "campaign", id })),
    ...ids.map((id): Subject => ({ kind: "case", id })),
  ];
  const findings = await lookAtAll(deps, visited);
  return { visited, findings, next: ids.length < PAGE ? null : (ids.at(-1) ?? null) };
}
