import { endpoints } from "../../../domain/contracts/index.ts";
import { call, type CallOptions } from "./api-client.ts";

const PAGE = "50";
const paged = (cursor: string | undefined) => ({ cursor, limit: PAGE });
const versionOf = (pipelineId: string, version: number) => ({ pipelineId, version: String(version) });

type BodyOf<E extends keyof typeof endpoints> =
  CallOptions<(typeof endpoints)[E]> extends { body: infer B } ? B : never;

const pipelines = {
  listPipelines: (cursor?: string) => call(endpoints.listPipelines, { query: paged(cursor) }),
  listPipelineVersions: (pipelineId: string, cursor?: string) =>
    call(endpoints.listPipelineVersions, { params: { pipelineId }, query: paged(cursor) }),
  getPipelineVersion: (pipelineId: string, version: number) =>
    call(endpoints.getPipelineVersion, { params: versionOf(pipelineId, version) }),
  countAtSteps: (pipelineId: string, version: number) =>
    call(endpoints.countAtSteps, { params: versionOf(pipelineId, version) }),
  listPipelineFindings: (pipelineId: string, cursor?: string) =>
    call(endpoints.listPipelineFindings, { params: { pipelineId }, query: paged(cursor) }),
  checkPipeline: (table: Record<string, unknown>) => call(endpoints.checkPipeline, { body: { table } }),
  publishPipeline: (body: BodyOf<"publishPipeline">) => call(endpoints.publishPipeline, { body }),
};

const migrations = {
  previewMigration: (pipelineId: string, version: number, body: BodyOf<"previewMigration">) =>
    call(endpoints.previewMigration, { params: versionOf(pipelineId, version), body: { limit: "20", ...body } }),
  startMigration: (pipelineId: string, version: number, body: BodyOf<"startMigration">) =>
    call(endpoints.startMigration, { params: versionOf(pipelineId, version), body }),
  listMigrations: (pipelineId: string, cursor?: string) =>
    call(endpoints.listMigrations, { params: { pipelineId }, query: paged(cursor) }),
  getMigration: (migrationId: string) => call(endpoints.getMigration, { params: { migrationId } }),
  confirmMigration: (migrationId: string) => call(endpoints.confirmMigration, { params: { migrationId }, body: {} }),
  declineMigration: (migrationId: string, reason: string) =>
    call(endpoints.declineMigration, { params: { migrationId }, body: { reason } }),
  listMigrationItems: (migrationId: string, cursor?: string) =>
    call(endpoints.listMigrationItems, { params: { migrationId }, query: paged(cursor) }),
};

const calendar = {
  getCalendar: () => call(endpoints.getCalendar, {}),
  /** A year has some thirty decided days: one page. */
  listDaysOf: (year: number) => call(endpoints.listCalendarDays, { query: { year: String(year), limit: "200" } }),
  previewCalendar: (body: BodyOf<"previewCalendar">) => call(endpoints.previewCalendar, { body }),
  changeCalendar: (body: BodyOf<"changeCalendar">) => call(endpoints.changeCalendar, { body }),
  listCalendarChanges: (cursor?: string) => call(endpoints.listCalendarChanges, { query: { cursor, limit: "10" } }),
  listCalendarChangeItems: (
    serial: number,
    query: { cursor?: string | undefined; outcome?: "moved" | "unchanged" | "closed" | "failed" | undefined },
  ) =>
    call(endpoints.listCalendarChangeItems, { params: { serial: String(serial) }, query: { limit: "20", ...query } }),
};

const accounts = {
  listPeople: (query: { q?: string | undefined; cursor?: string | undefined }) =>
    call(endpoints.listPeople, { query: { limit: PAGE, ...query } }),
  openAccount: (personId: string, reason: string) =>
    call(endpoints.openAccount, { params: { personId }, body: { reason } }),
  endAccount: (personId: string, reason: string) =>
    call(endpoints.endAccount, { params: { personId }, body: { reason } }),
};

/** What administrators look after, and auditors read. */
export const administration = { ...pipelines, ...migrations, ...calendar, ...accounts };
