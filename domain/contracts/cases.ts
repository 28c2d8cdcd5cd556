import { array, boolean, number, object, record, string, unknown, enum as zEnum, type infer as Infer } from "zod";
import { positions } from "../engine/content.ts";
import { signingForms } from "../engine/pipeline.ts";
import { commandBodySchema } from "./case-commands.ts";
import { caseLineSchema } from "./case-lines.ts";
import {
  hashSchema,
  idSchema,
  instantSchema,
  labelSchema,
  pageOf,
  pageQuery,
  postSchema,
  postViewSchema,
  problemSchema,
  requiredText,
  roleSchema,
  text,
  uuidSchema,
} from "./common.ts";
import { endpoint } from "./endpoint.ts";
import { pipelineIdSchema } from "./pipeline-table.ts";

export * from "./case-commands.ts";
export * from "./case-lines.ts";

export const commandRequestSchema = object({
  id: uuidSchema,
  expected: object({
    step: string().max(40),
    round: number().int().positive(),
    contentHash: hashSchema.nullable(),
  }).strict(),
  /** Which of the caller's posts acts, and under which delegation; chosen by the server when only one can. */
  as: postSchema.extend({ delegationId: uuidSchema.optional() }).strict().optional(),
  body: commandBodySchema,
}).strict();
export type CommandRequest = Infer<typeof commandRequestSchema>;

export const actorViewSchema = object({
  personId: string(),
  name: string(),
  unit: string(),
  unitName: string(),
  role: roleSchema,
  onBehalfOf: string().nullable(),
});

export const eventViewSchema = object({
  seq: number().int(),
  type: string(),
  at: instantSchema,
  step: string(),
  stepName: labelSchema,
  round: number().int(),
  to: string().nullable(),
  toName: labelSchema.nullable(),
  actor: actorViewSchema.nullable(),
  contentHash: string().nullable(),
  data: record(string(), unknown()),
  /** To whom it was reassigned; the person where it was one alone. */
  assigned: postViewSchema.extend({ person: string().nullable() }).nullable(),
  /** Agencies left out of a frozen report, each with its reason. */
  missing: array(object({ unitName: string(), reason: string() })),
  /** A due date that moved. */
  due: object({ from: instantSchema.nullable(), to: instantSchema.nullable() }).nullable(),
  /** Number given by it. */
  number: string().nullable(),
  hash: string(),
});
export type EventView = Infer<typeof eventViewSchema>;

export const receiptSchema = object({
  commandId: uuidSchema,
  caseId: string(),
  verb: string(),
  /** `pending`: the engine has not told the outcome yet; ask again at `href`. */
  outcome: zEnum(["pending", "accepted", "refused", "not-carried-out"]),
  href: string(),
  /** The server knew this id already: the answer is the first one's. */
  repeated: boolean().optional(),
  seq: number().int().nullable(),
  at: instantSchema.nullable(),
  step: string().nullable(),
  stepName: labelSchema.nullable(),
  /** Who is next, by post. */
  next: array(postViewSchema),
  dueAt: instantSchema.nullable(),
  number: string().nullable(),
  problem: problemSchema.nullable(),
});
export type Receipt = Infer<typeof receiptSchema>;

export const actionSchema = object({
  verb: string(),
  label: labelSchema,
  /** Post in which the caller would act: their own, also where they act for somebody. */
  as: postSchema.extend({
    /** Under which delegation, and whose post it is; null in one's own right. */
    onBehalfOf: object({ delegationId: uuidSchema, name: string(), post: postViewSchema }).nullable(),
  }),
  enabled: boolean(),
  /** Why not, in the caller's language; empty when enabled. */
  reason: string().nullable(),
  /** Steps a return may go to, or whose holders may be asked. */
  targets: array(object({ step: string(), name: labelSchema })),
  /** Forms in which the caller may sign; empty where nothing is signed. */
  marks: array(zEnum(signingForms)),
  /** Consulted units that have not answered, where one may be removed. */
  units: array(object({ unit: string(), unitName: string() })),
  /** Lines that wait for this act of the caller, and whether it is given line by line. */
  lines: array(string()),
  byLine: boolean(),
  /** Open questions that may be answered or taken back. */
  questions: array(number().int()),
});
export type ActionView = Infer<typeof actionSchema>;

/** Beside the status, never a status. */
export const timelinessSchema = zEnum(["none", "on-time", "due-soon", "due-today", "overdue"]);

export const caseListItemSchema = object({
  id: string(),
  title: string(),
  pipeline: string(),
  campaignId: string().nullable(),
  unit: string(),
  unitName: string(),
  year: number().int(),
  step: string(),
  stepName: labelSchema,
  /** Position in the official chain of states (vietnam.md §8.4). */
  state: labelSchema,
  round: number().int(),
  outcome: string().nullable(),
  enteredAt: instantSchema,
  dueAt: instantSchema.nullable(),
  timeliness: timelinessSchema,
  overdueDays: number().int(),
  late: boolean(),
  holders: array(postViewSchema),
});
export type CaseListItem = Infer<typeof caseListItemSchema>;

export const inboxItemSchema = caseListItemSchema.extend({
  /** Why it lies here: the post that is asked, and whether it came by reassignment. */
  why: object({
    post: postViewSchema,
    reassigned: boolean(),
    /** Whose post it is, where the caller acts for somebody. */
    onBehalfOf: string().nullable(),
  }),
  returned: object({ code: string(), reason: string(), sections: array(string()) }).nullable(),
});
export type InboxItem = Infer<typeof inboxItemSchema>;

/** A step of the way, past, present or ahead: the "who is next" strip. */
export const waypointSchema = object({
  step: string(),
  name: labelSchema,
  phase: zEnum(["done", "current", "ahead"]),
  holders: array(postViewSchema.extend({ people: array(string()) })),
  /** False when the directory has nobody who could act (or only the author). */
  staffed: boolean(),
  expectedAt: instantSchema.nullable(),
  doneAt: instantSchema.nullable(),
  doneBy: string().nullable(),
});

export const caseViewSchema = caseListItemSchema.extend({
  pipelineName: labelSchema,
  pipelineVersion: number().int(),
  seq: number().int(),
  content: object({ id: string(), number: number().int(), hash: string() }).nullable(),
  /** Versions the caller may read, newest first: text that its house has not signed and sent is its own. */
  contents: array(object({ number: number().int(), createdAt: instantSchema, createdBy: string() })),
  /** Taken out of its cycle: it rests where it is. */
  aside: object({ by: string().nullable(), at: instantSchema, reason: string() }).nullable(),
  /** As written, after the rule and any extension, and the target inside the agency. */
  due: object({ legalDue: instantSchema, effectiveDue: instantSchema, internalTarget: instantSchema }).nullable(),
  clock: object({
    /** The step's own time stands still since then: a supplement is awaited. */
    pausedAt: instantSchema.nullable(),
    /** A due date cannot be computed until this year's calendar has been entered. */
    missingYear: number().int().nullable(),
    extensions: array(object({ from: instantSchema, to: instantSchema, reason: string() })),
  }),
  returned: object({
    by: actorViewSchema.nullable(),
    at: instantSchema,
    code: string(),
    reason: string(),
    sections: array(string()),
  }).nullable(),
  signatures: array(
    object({
      step: string(),
      stepName: labelSchema,
      round: number().int(),
      name: string(),
      post: postViewSchema,
      onBehalfOf: string().nullable(),
      at: instantSchema,
      hash: string(),
      superseded: boolean(),
      mark: zEnum(signingForms).nullable(),
      position: zEnum(positions).nullable(),
    }),
  ),
  /** Lines of the content that the caller may see, with what has been said of them and decided. */
  lines: array(caseLineSchema),
  /** Units asked in the present step. */
  consulted: array(
    object({ unit: string(), unitName: string(), answered: boolean(), position: zEnum(positions).nullable() }),
  ),
  /** Questions that await their answers, oldest first. */
  questions: array(
    object({
      seq: number().int(),
      by: string(),
      post: postViewSchema,
      at: instantSchema,
      text: string(),
      to: array(postViewSchema),
      /** Lines it is about; none: the whole file. */
      lines: array(string()),
    }),
  ),
  /** Proposed by one administrator, to be confirmed by another. */
  skipProposed: object({ by: string(), at: instantSchema, reason: string() }).nullable(),
  numbers: array(object({ step: string(), number: string(), date: string() })),
  waypoints: array(waypointSchema),
  actions: array(actionSchema),
  /** May the caller edit the draft now, and if not, why. */
  draft: object({ editable: boolean(), reason: string().nullable() }),
  form: zEnum(["annual-report", "consolidated-report", "funding-request", "funding-list", "paper"]),
  /** Of a paper: its sections as the table calls them. */
  sections: array(object({ key: string(), name: string() })),
});
export type CaseView = Infer<typeof caseViewSchema>;

export const draftSchema = object({
  caseId: string(),
  version: number().int(),
  body: record(string(), unknown()),
  updatedAt: instantSchema.nullable(),
  updatedBy: string().nullable(),
  /** What stops it from being submitted, by section. */
  problems: array(
    object({
      section: string(),
      path: string(),
      code: string(),
      message: string(),
      /** `warn` does not stop it; whoever decides sees it too. Absent: it stops it. */
      severity: zEnum(["block", "warn"]).optional(),
    }),
  ),
});
export type DraftView = Infer<typeof draftSchema>;

export const contentSchema = object({
  id: string(),
  caseId: string(),
  number: number().int(),
  hash: string(),
  createdAt: instantSchema,
  createdBy: string(),
  body: record(string(), unknown()),
});
export type ContentView = Infer<typeof contentSchema>;

/** As many as the database can count. */
const draftVersionSchema = number().int().nonnegative().max(2_147_483_647);

const caseParams = object({ caseId: idSchema });

export const caseEndpoints = {
  inbox: endpoint({
    method: "GET",
    path: "/inbox",
    tag: "cases",
    summary: "Open work of the caller's posts, most urgent first",
    query: object({ ...pageQuery }).strict(),
    response: pageOf(inboxItemSchema),
  }),
  listCases: endpoint({
    method: "GET",
    path: "/cases",
    tag: "cases",
    summary: "Cases the caller may see",
    query: object({
      ...pageQuery,
      q: text(200).optional(),
      pipeline: string().max(60).optional(),
      campaignId: idSchema.optional(),
      unit: string().max(40).optional(),
      step: string().max(40).optional(),
      status: zEnum(["open", "closed", "overdue"]).optional(),
    }).strict(),
    response: pageOf(caseListItemSchema),
  }),
  listCaseStarts: endpoint({
    method: "GET",
    path: "/case-starts",
    tag: "cases",
    summary: "Pipelines of the province's own in which the caller may open a case, and for which unit",
    response: array(
      object({
        pipelineId: string(),
        name: labelSchema,
        unit: string(),
        unitName: string(),
        sections: array(string()),
      }),
    ),
  }),
  openCase: endpoint({
    method: "POST",
    path: "/cases",
    tag: "cases",
    summary: "Open a case of a published pipeline; safe to repeat with the same id. `ready`: it can be opened already",
    body: object({
      id: uuidSchema,
      pipelineId: pipelineIdSchema,
      unit: string().min(1).max(40),
      title: requiredText(200),
    }).strict(),
    response: object({ caseId: string(), ready: boolean() }),
  }),
  getCase: endpoint({
    method: "GET",
    path: "/cases/{caseId}",
    tag: "cases",
    summary: "One case: state, who is next, what the caller may do and why not",
    params: caseParams,
    response: caseViewSchema,
  }),
  listEvents: endpoint({
    method: "GET",
    path: "/cases/{caseId}/events",
    tag: "cases",
    summary: "Processing log, newest first",
    params: caseParams,
    query: object({ ...pageQuery }).strict(),
    response: pageOf(eventViewSchema),
  }),
  getContent: endpoint({
    method: "GET",
    path: "/cases/{caseId}/contents/{number}",
    tag: "cases",
    summary: "An immutable content version",
    params: object({ caseId: idSchema, number: string().regex(/^\d{1,6}$/) }),
    response: contentSchema,
  }),
  getDraft: endpoint({
    method: "GET",
    path: "/cases/{caseId}/draft",
    tag: "cases",
    summary: "The working draft with its check",
    params: caseParams,
    response: draftSchema,
  }),
  putDraft: endpoint({
    method: "PUT",
    path: "/cases/{caseId}/draft",
    tag: "cases",
    summary: "Save the draft; `version` is the one the change was made on, 409 when another was saved meanwhile",
    params: caseParams,
    body: object({ version: draftVersionSchema, body: record(string(), unknown()) }).strict(),
    response: draftSchema,
  }),
  sendCommand: endpoint({
    method: "POST",
    path: "/cases/{caseId}/commands",
    tag: "cases",
    summary: "Decide, submit, return, reassign, …; safe to repeat with the same id",
    params: caseParams,
    body: commandRequestSchema,
    response: receiptSchema,
    accepted: receiptSchema,
  }),
  getReceipt: endpoint({
    method: "GET",
    path: "/commands/{commandId}",
    tag: "cases",
    summary: "What became of a command",
    params: object({ commandId: uuidSchema }),
    response: receiptSchema,
  }),
};
