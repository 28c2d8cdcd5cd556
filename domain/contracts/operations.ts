import { array, boolean, number, object, string, enum as zEnum, type infer as Infer } from "zod";
import { caseListItemSchema } from "./cases.ts";
import { instantSchema, labelSchema, pageOf, pageQuery, postViewSchema } from "./common.ts";
import { endpoint } from "./endpoint.ts";

export const partNames = ["temporal", "task-queue", "worker", "postgres", "schedule", "settler", "calendar"] as const;
export const partSchema = object({
  name: zEnum(partNames),
  status: zEnum(["up", "degraded", "down", "unknown"]),
  /** One sentence in the reader's language. */
  detail: string(),
  checkedAt: instantSchema,
  latencyMs: number().nullable(),
});
export type PartView = Infer<typeof partSchema>;

/** Stuck is a cause, not a status (design.md §6). First form: the causes of issue A. */
export const stuckCauses = [
  "overdue",
  "nobody-holds-post",
  "only-holder-is-author",
  "cycle-is-past",
  "activity-failing",
  "workflow-task-failing",
  "command-not-settled",
  "workflow-missing",
  "not-recorded",
] as const;

/** A case, a campaign, or the opening of a campaign before anything of it is on record. */
export const stuckSubjects = ["case", "campaign", "opener"] as const;

export const stuckRowSchema = object({
  id: string(),
  cause: zEnum(stuckCauses),
  causeName: labelSchema,
  subject: object({ kind: zEnum(stuckSubjects), id: string(), title: string() }),
  /** The record, where the subject is a case and has one. */
  case: caseListItemSchema.nullable(),
  since: instantSchema,
  /** The real error and its attempt count, where a machine fails. */
  error: object({ message: string(), attempt: number().int(), nextAttemptAt: instantSchema.nullable() }).nullable(),
  waitsFor: array(postViewSchema),
  remedies: array(
    object({ verb: zEnum(["remind", "reassign", "wait"]), enabled: boolean(), reason: string().nullable() }),
  ),
  /** Posts that may take a reassignment, with the people in them. */
  candidates: array(postViewSchema.extend({ people: array(object({ personId: string(), name: string() })) })),
});
export type StuckRow = Infer<typeof stuckRowSchema>;

export const operationEndpoints = {
  listParts: endpoint({
    method: "GET",
    path: "/health/parts",
    tag: "operations",
    summary: "Health of every part; a part out of reach is down, never left out",
    response: object({ parts: array(partSchema) }),
  }),
  listStuck: endpoint({
    method: "GET",
    path: "/stuck",
    tag: "operations",
    summary: "Cases and campaigns that do not move, with the cause; `engine` says whether the engine could be asked",
    query: object({ ...pageQuery, cause: zEnum(stuckCauses).optional() }).strict(),
    response: pageOf(stuckRowSchema).extend({
      engine: object({ reachable: boolean(), error: string().nullable() }),
      /** How many open cases the engine was asked about; incomplete = the next look goes on where this one ended. */
      scan: object({ checked: number().int(), complete: boolean() }).optional(),
      counts: array(object({ cause: zEnum(stuckCauses), count: number().int() })),
      checkedAt: instantSchema,
    }),
  }),
};
