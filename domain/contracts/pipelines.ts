import {
  array,
  boolean,
  number,
  object,
  record,
  string,
  unknown,
  enum as zEnum,
  type ZodType,
  type infer as Infer,
} from "zod";
import {
  hashSchema,
  idSchema,
  instantSchema,
  labelSchema,
  pageOf,
  pageQuery,
  postViewSchema,
  requiredText,
  uuidSchema,
} from "./common.ts";
import { endpoint } from "./endpoint.ts";
import { pipelineIdSchema } from "./pipeline-table.ts";

export const findingSchema = object({
  code: string(),
  severity: zEnum(["error", "warning"]),
  step: string().nullable(),
  /** Field inside the table: "steps.intake.on.return.0". */
  path: string(),
  /** What is wrong and what to do, in the reader's language. */
  message: string(),
});
export type FindingView = Infer<typeof findingSchema>;

const versionFields = {
  id: string(),
  version: number().int(),
  name: labelSchema,
  hash: hashSchema,
  publishedAt: instantSchema,
  /** null: shipped with the program. */
  publishedBy: string().nullable(),
  reason: string(),
  /** Open cases that run with this version. */
  openCases: number().int(),
};

export const pipelineListItemSchema = object({
  ...versionFields,
  /** What the nightly look at the directory found; null = it has not looked yet. */
  directory: object({ errors: number().int(), checkedAt: instantSchema }).nullable(),
});
export type PipelineListItem = Infer<typeof pipelineListItemSchema>;

export const pipelineVersionSchema = object(versionFields);
export const pipelineVersionDetailSchema = object({
  ...versionFields,
  table: record(string(), unknown()),
  findings: array(findingSchema),
});
export type PipelineVersionDetail = Infer<typeof pipelineVersionDetailSchema>;

export const directoryFindingSchema = findingSchema.extend({
  /** The latest, or an older one that open cases run with. */
  version: number().int(),
  unit: string(),
  unitName: string(),
  since: instantSchema,
});
export type DirectoryFindingView = Infer<typeof directoryFindingSchema>;

/** What is open at each step of a version just now; a step without open cases is not listed. */
export const stepCountsSchema = object({
  countedAt: instantSchema,
  steps: array(object({ step: string(), open: number().int(), overdue: number().int() })),
});
export type StepCounts = Infer<typeof stepCountsSchema>;

/** Read by the table's own schema first, so that everything wrong is told at once, with its place. */
const uploaded = record(string(), unknown());

const versionNumber = string().regex(/^[1-9]\d{0,5}$/);
export const versionParams = object({ pipelineId: pipelineIdSchema, version: versionNumber });

const stepIdText = string().max(40);
const orderFields = {
  /** Open cases of this version only; all older versions where it is absent. */
  from: number().int().min(1).max(100_000).optional(),
  /** Steps of the older table that are called otherwise in the target. */
  renames: record(stepIdText, stepIdText).default({}),
  /** The present due date: as it stands, or as the new table would have set it. */
  timers: zEnum(["keep", "recompute"]).default("keep"),
};

const beforeAfter = <T extends ZodType>(value: T) => object({ before: value, after: value });
const stepView = object({ id: string(), name: labelSchema });
const instantOrNull = instantSchema.nullable();

export const migrationPreviewSchema = object({
  caseId: string(),
  title: string(),
  unit: string(),
  unitName: string(),
  version: beforeAfter(number().int()),
  step: beforeAfter(stepView.nullable()),
  holders: beforeAfter(array(postViewSchema)),
  /** Posts that could not act before and can after, and the other way round. */
  gains: array(postViewSchema),
  loses: array(postViewSchema),
  quorum: beforeAfter(number().int().nullable()),
  returnsTo: beforeAfter(array(stepView)),
  dueAt: beforeAfter(instantOrNull),
  timers: array(
    object({
      key: string(),
      event: zEnum(["reminded", "overdue", "escalated"]),
      ...beforeAfter(instantOrNull).shape,
      what: zEnum(["kept", "moved", "added", "dropped", "passed"]),
    }),
  ),
  /** Names this case as it stands here and this order; needed to migrate it. */
  token: hashSchema,
  /** Why the case stays as it is; empty = it can be migrated. */
  obstacles: array(object({ code: string(), message: string() })),
});
export type MigrationPreviewView = Infer<typeof migrationPreviewSchema>;

export const migrationSchema = object({
  id: uuidSchema,
  pipelineId: string(),
  toVersion: number().int(),
  by: string(),
  reason: string(),
  timers: zEnum(["keep", "recompute"]),
  createdAt: instantSchema,
  finishedAt: instantSchema.nullable(),
  /** Where somebody gains the right to act, another administrator must confirm before anything is sent. */
  status: zEnum(["awaiting-confirmation", "running", "finished", "declined"]),
  confirmedBy: string().nullable(),
  /** May the caller confirm it now. */
  confirmable: boolean(),
  /** `open`: not sent yet, or without a known outcome. `notPreviewed`: changed since the preview; nothing was sent. */
  counts: object({
    total: number().int(),
    done: number().int(),
    refused: number().int(),
    notPreviewed: number().int(),
    open: number().int(),
  }),
});
export type MigrationView = Infer<typeof migrationSchema>;

export const migrationItemSchema = object({
  caseId: string(),
  title: string(),
  unitName: string(),
  outcome: zEnum(["open", "accepted", "refused", "not-carried-out", "not-previewed"]),
  /** Why it was refused, in the reader's language. */
  message: string().nullable(),
});
export type MigrationItemView = Infer<typeof migrationItemSchema>;

const migrationParams = object({ migrationId: uuidSchema });

export const pipelineEndpoints = {
  listPipelines: endpoint({
    method: "GET",
    path: "/pipelines",
    tag: "pipelines",
    summary: "Every pipeline in its latest version",
    query: object({ ...pageQuery }).strict(),
    response: pageOf(pipelineListItemSchema),
  }),
  listPipelineVersions: endpoint({
    method: "GET",
    path: "/pipelines/{pipelineId}/versions",
    tag: "pipelines",
    summary: "Published versions of a pipeline, newest first: who, when, why, and what still runs with it",
    params: object({ pipelineId: pipelineIdSchema }),
    query: object({ ...pageQuery }).strict(),
    response: pageOf(pipelineVersionSchema),
  }),
  getPipelineVersion: endpoint({
    method: "GET",
    path: "/pipelines/{pipelineId}/versions/{version}",
    tag: "pipelines",
    summary: "One published table with what the linter says about it",
    params: versionParams,
    response: pipelineVersionDetailSchema,
  }),
  countAtSteps: endpoint({
    method: "GET",
    path: "/pipelines/{pipelineId}/versions/{version}/counts",
    tag: "pipelines",
    summary: "How many open cases of a version wait at each step, and how many of them are late",
    params: versionParams,
    response: stepCountsSchema,
  }),
  listPipelineFindings: endpoint({
    method: "GET",
    path: "/pipelines/{pipelineId}/directory-findings",
    tag: "pipelines",
    summary: "Steps of the latest table that nobody could take, as of the last nightly look at the directory",
    params: object({ pipelineId: pipelineIdSchema }),
    query: object({ ...pageQuery }).strict(),
    response: pageOf(directoryFindingSchema).extend({
      /** null: nobody has looked yet, and an empty list says nothing. */
      checkedAt: instantSchema.nullable(),
    }),
  }),
  checkPipeline: endpoint({
    method: "POST",
    path: "/pipelines/check",
    tag: "pipelines",
    summary: "What is wrong with a table, and where; nothing is stored",
    body: object({ table: uploaded }).strict(),
    response: object({ publishable: boolean(), findings: array(findingSchema) }),
  }),
  publishPipeline: endpoint({
    method: "POST",
    path: "/pipelines",
    tag: "pipelines",
    summary: "Publish a table as the next version; new cases take it, running cases keep theirs",
    body: object({
      table: uploaded,
      /** Latest version the change was made on; 0 for a new pipeline. */
      basedOn: number().int().min(0).max(100_000),
      reason: requiredText(2000),
    }).strict(),
    response: pipelineVersionSchema,
  }),
  previewMigration: endpoint({
    method: "POST",
    path: "/pipelines/{pipelineId}/versions/{version}/migration-preview",
    tag: "pipelines",
    summary: "What migrating to this version would change for each open case of an older one; nothing is changed",
    params: versionParams,
    body: object({ ...orderFields, ...pageQuery }).strict(),
    response: pageOf(migrationPreviewSchema),
  }),
  startMigration: endpoint({
    method: "POST",
    path: "/pipelines/{pipelineId}/versions/{version}/migrations",
    tag: "pipelines",
    summary:
      "Migrate previewed cases to this version, one command each; waits for a second administrator where somebody gains a right",
    params: versionParams,
    body: object({
      id: uuidSchema,
      ...orderFields,
      /** Each with the token of its preview. */
      cases: array(object({ caseId: idSchema, token: hashSchema }).strict())
        .min(1)
        .max(5000),
      reason: requiredText(2000),
    }).strict(),
    response: migrationSchema,
  }),
  listMigrations: endpoint({
    method: "GET",
    path: "/pipelines/{pipelineId}/migrations",
    tag: "pipelines",
    summary: "Migrations of a pipeline's cases, newest first",
    params: object({ pipelineId: pipelineIdSchema }),
    query: object({ ...pageQuery }).strict(),
    response: pageOf(migrationSchema),
  }),
  getMigration: endpoint({
    method: "GET",
    path: "/migrations/{migrationId}",
    tag: "pipelines",
    summary: "How far a migration is",
    params: migrationParams,
    response: migrationSchema,
  }),
  confirmMigration: endpoint({
    method: "POST",
    path: "/migrations/{migrationId}/confirm",
    tag: "pipelines",
    summary: "A second administrator agrees, and the migration starts",
    params: migrationParams,
    body: object({}).strict(),
    response: migrationSchema,
  }),
  declineMigration: endpoint({
    method: "POST",
    path: "/migrations/{migrationId}/decline",
    tag: "pipelines",
    summary: "A migration that waits for confirmation is not carried out",
    params: migrationParams,
    body: object({ reason: requiredText(2000) }).strict(),
    response: migrationSchema,
  }),
  listMigrationItems: endpoint({
    method: "GET",
    path: "/migrations/{migrationId}/items",
    tag: "pipelines",
    summary: "What became of each case of a migration",
    params: migrationParams,
    query: object({ ...pageQuery }).strict(),
    response: pageOf(migrationItemSchema),
  }),
};
