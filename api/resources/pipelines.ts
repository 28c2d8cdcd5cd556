import type { PipelineListItem } from "../../domain/contracts/pipelines.ts";
import {
  countsAtSteps,
  directoryFindings,
  directoryResults,
  latestPipelines,
  pipelineVersion,
  pipelineVersions,
  publishPipeline,
  type PipelineVersionRow,
} from "../../store/index.ts";
import { iso, isoOrNull, timeText } from "../clock-text.ts";
import type { Deps } from "../deps.ts";
import type { Handlers } from "../http/handler.ts";
import { pageOf } from "../http/page.ts";
import { ProblemError } from "../http/problem.ts";
import { checkTable, findingsOf, findingView, isPublishable } from "../pipelines/check-table.ts";
import { requireGrant } from "../rights.ts";
import { unitName } from "../views/names.ts";

type Names =
  | "listPipelines"
  | "listPipelineVersions"
  | "getPipelineVersion"
  | "countAtSteps"
  | "listPipelineFindings"
  | "checkPipeline"
  | "publishPipeline";

const versionView = (row: PipelineVersionRow) => ({
  id: row.id,
  version: row.version,
  name: row.table.name,
  hash: row.hash,
  publishedAt: iso(row.publishedAt),
  publishedBy: row.publishedByName,
  reason: row.reason,
  openCases: row.openCases,
});

export async function knownVersion(deps: Deps, params: { pipelineId: string; version: string }) {
  const row = await pipelineVersion(deps.db, params.pipelineId, Number(params.version));
  if (!row) throw new ProblemError("not-found", { what: "pipeline" });
  return row;
}

export const pipelineHandlers = (deps: Deps): Pick<Handlers, Names> => ({
  listPipelines: async ({ caller, query }) => {
    requireGrant(caller, "administer", "audit");
    const [page, results] = await Promise.all([latestPipelines(deps.db, pageOf(query)), directoryResults(deps.db)]);
    const items = page.items.map((row): PipelineListItem => {
      const result = results.get(row.id);
      const directory = result ? { errors: result.errors, checkedAt: iso(result.checkedAt) } : null;
      return { ...versionView(row), directory };
    });
    return { items, next: page.next };
  },

  listPipelineVersions: async ({ caller, params, query }) => {
    requireGrant(caller, "administer", "audit");
    const page = await pipelineVersions(deps.db, params.pipelineId, pageOf(query));
    return { items: page.items.map(versionView), next: page.next };
  },

  getPipelineVersion: async ({ caller, params, language }) => {
    requireGrant(caller, "administer", "audit");
    const row = await knownVersion(deps, params);
    const findings = await findingsOf(deps, row.table, language);
    return { ...versionView(row), table: { ...row.table }, findings };
  },

  countAtSteps: async ({ caller, params }) => {
    requireGrant(caller, "administer", "audit");
    const { id, version } = await knownVersion(deps, params);
    const now = deps.clock();
    return { countedAt: iso(now), steps: await countsAtSteps(deps.db, id, version, now) };
  },

  listPipelineFindings: async ({ caller, params, query, language }) => {
    requireGrant(caller, "administer", "audit");
    const [page, units, results] = await Promise.all([
      directoryFindings(deps.db, params.pipelineId, pageOf(query)),
      deps.directory.units(),
      directoryResults(deps.db),
    ]);
    const items = page.items.map(({ body, unitCode, since, version }) => ({
      ...findingView(body, language),
      version,
      unit: unitCode,
      unitName: unitName(units, unitCode),
      since: iso(since),
    }));
    return { items, next: page.next, checkedAt: isoOrNull(results.get(params.pipelineId)?.checkedAt ?? null) };
  },

  checkPipeline: async ({ caller, body, language }) => {
    requireGrant(caller, "administer");
    const checked = await checkTable(deps, body.table, language);
    return { publishable: isPublishable(checked), findings: checked.findings };
  },

  publishPipeline: async ({ caller, body, language }) => {
    requireGrant(caller, "administer");
    const checked = await checkTable(deps, body.table, language);
    const { table, findings } = checked;
    if (!table || !isPublishable(checked)) {
      const errors = findings.filter(({ severity }) => severity === "error");
      throw new ProblemError("pipeline-not-valid", { count: errors.length }, { errors });
    }
    const by = { personId: caller.personId, name: caller.name };
    const { basedOn, reason } = body;
    const result = await publishPipeline(deps.db, { table, basedOn, reason, by, now: deps.clock() });
    if (result.kind === "unchanged") throw new ProblemError("pipeline-unchanged", { pipeline: table.id });
    if (result.kind === "moved-on") {
      const { latest, by, at } = result;
      throw new ProblemError("pipeline-moved-on", {
        pipeline: table.id,
        latest,
        by,
        at: at === null ? null : timeText(at),
      });
    }
    deps.directory.tablesChanged();
    return versionView(result.row);
  },
});
