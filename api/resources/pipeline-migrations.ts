import { previewMigration } from "../../domain/migrate/index.ts";
import {
  casesToMigrate,
  countToMigrate,
  declineMigration,
  getMigration,
  listMigrations,
  migrationItems,
  type MigrationRow,
} from "../../store/index.ts";
import type { Deps } from "../deps.ts";
import type { Handlers } from "../http/handler.ts";
import { pageOf } from "../http/page.ts";
import { ProblemError } from "../http/problem.ts";
import { itemView, migrationView, previewView } from "../pipelines/migration-view.ts";
import { administrator, confirm, startMigration } from "../pipelines/start-migration.ts";
import { requireGrant } from "../rights.ts";
import { knownVersion } from "./pipelines.ts";

type Names =
  | "previewMigration"
  | "startMigration"
  | "confirmMigration"
  | "declineMigration"
  | "listMigrations"
  | "getMigration"
  | "listMigrationItems";

async function knownMigration(deps: Deps, id: string): Promise<MigrationRow> {
  const row = await getMigration(deps.db, id);
  if (!row) throw new ProblemError("not-found", { what: "migration" });
  return row;
}

export const migrationHandlers = (deps: Deps): Pick<Handlers, Names> => ({
  previewMigration: async ({ caller, params, body, language }) => {
    requireGrant(caller, "administer", "audit");
    const { id: pipelineId, version: toVersion, table: target } = await knownVersion(deps, params);
    const wanted = { pipelineId, toVersion, fromVersion: body.from ?? null };
    const [page, total, units] = await Promise.all([
      casesToMigrate(deps.db, { ...wanted, ...pageOf(body) }),
      countToMigrate(deps.db, wanted),
      deps.directory.units(),
    ]);
    const { renames, timers } = body;
    const order = { target, renames, timers };
    const options = { renames, timers, now: deps.clock() };
    const items = page.items.map((row) =>
      previewView(row, previewMigration(row.input, row.state, target, options), { order, units, language }),
    );
    return { items, next: page.next, total };
  },

  startMigration: async ({ caller, params, body }) => {
    requireGrant(caller, "administer");
    const { id: pipelineId, version: toVersion, table: target } = await knownVersion(deps, params);
    const { id, from, renames, timers, reason, cases } = body;
    const row = await startMigration(deps, {
      id,
      pipelineId,
      toVersion,
      fromVersion: from ?? null,
      order: { renames, timers, reason },
      actor: administrator(caller),
      now: deps.clock(),
      target,
      tokens: new Map(cases.map(({ caseId, token }) => [caseId, token])),
    });
    return migrationView(row, caller);
  },

  confirmMigration: async ({ caller, params }) => {
    requireGrant(caller, "administer");
    const row = await knownMigration(deps, params.migrationId);
    return migrationView(await confirm(deps, row, administrator(caller)), caller);
  },

  declineMigration: async ({ caller, params, body }) => {
    requireGrant(caller, "administer");
    const { id } = await knownMigration(deps, params.migrationId);
    if (!(await declineMigration(deps.db, id, body.reason, deps.clock()))) throw new ProblemError("migration-over", {});
    return migrationView(await knownMigration(deps, id), caller);
  },

  listMigrations: async ({ caller, params, query }) => {
    requireGrant(caller, "administer", "audit");
    const page = await listMigrations(deps.db, params.pipelineId, pageOf(query));
    return { items: page.items.map((row) => migrationView(row, caller)), next: page.next };
  },

  getMigration: async ({ caller, params }) => {
    requireGrant(caller, "administer", "audit");
    return migrationView(await knownMigration(deps, params.migrationId), caller);
  },

  listMigrationItems: async ({ caller, params, query, language }) => {
    requireGrant(caller, "administer", "audit");
    const { id } = await knownMigration(deps, params.migrationId);
    const [page, units] = await Promise.all([migrationItems(deps.db, id, pageOf(query)), deps.directory.units()]);
    return { items: page.items.map((row) => itemView(row, units, language)), next: page.next };
  },
});
