import { array, boolean, number, object, string, enum as zEnum, type infer as Infer } from "zod";
import {
  hashSchema,
  instantSchema,
  labelSchema,
  localDateSchema,
  pageOf,
  pageQuery,
  postSchema,
  postViewSchema,
  requiredText,
  uuidSchema,
} from "./common.ts";
import { endpoint } from "./endpoint.ts";

const seatedSchema = object({ personId: string(), name: string(), post: postViewSchema });

export const delegationSchema = object({
  id: uuidSchema,
  from: seatedSchema,
  to: seatedSchema,
  start: localDateSchema,
  /** Last day on which it holds. */
  end: localDateSchema,
  /** Empty: every pipeline. */
  pipelines: array(object({ id: string(), name: labelSchema })),
  /** Integer đồng; null: no limit. */
  ceiling: string().nullable(),
  document: object({ number: string(), date: localDateSchema }),
  needsAcceptance: boolean(),
  status: zEnum(["awaiting", "upcoming", "valid", "declined", "ended", "expired"]),
  madeBy: string(),
  madeAt: instantSchema,
  acceptedAt: instantSchema.nullable(),
  endedAt: instantSchema.nullable(),
  /** What the caller may do with it now. */
  answers: array(zEnum(["accepted", "declined", "ended"])),
});
export type DelegationView = Infer<typeof delegationSchema>;

/** Whom the caller may enter a delegation for, and who could act for them. */
export const delegationChoicesSchema = object({
  givers: array(seatedSchema.extend({ delegates: array(seatedSchema) })),
  pipelines: array(object({ id: string(), name: labelSchema })),
});
export type DelegationChoices = Infer<typeof delegationChoicesSchema>;

export const delegatedActSchema = object({
  caseId: string(),
  title: string(),
  type: string(),
  stepName: labelSchema,
  by: string(),
  at: instantSchema,
});
export type DelegatedAct = Infer<typeof delegatedActSchema>;

/** An entry of its sealed record. */
export const delegationEventSchema = object({
  seq: number().int(),
  type: zEnum(["made", "accepted", "declined", "ended"]),
  at: instantSchema,
  by: string(),
  reason: string().nullable(),
  hash: hashSchema,
});
export type DelegationEventView = Infer<typeof delegationEventSchema>;

const seatRef = object({ personId: string().min(1).max(120), post: postSchema.strict() }).strict();
const params = object({ delegationId: uuidSchema });

export const delegationRequestSchema = object({
  /** Made by the sender; the same id again is the same delegation. */
  id: uuidSchema,
  from: seatRef,
  to: seatRef,
  start: localDateSchema,
  end: localDateSchema,
  pipelines: array(string().min(1).max(60)).max(60).default([]),
  ceiling: string()
    .regex(/^[1-9]\d{0,14}$/)
    .nullable()
    .default(null),
  document: object({ number: requiredText(60), date: localDateSchema }).strict(),
  needsAcceptance: boolean().default(false),
}).strict();
export type DelegationRequest = Infer<typeof delegationRequestSchema>;

const because = object({ reason: requiredText(500) }).strict();

/** Ủy quyền: by written document, for a time and a scope, never passed on (NĐ 30/2020/NĐ-CP, art. 13). */
export const delegationEndpoints = {
  listDelegations: endpoint({
    method: "GET",
    path: "/delegations",
    tag: "delegations",
    summary: "Delegations given, received, or entered for one's unit, newest first",
    query: object({ ...pageQuery, open: zEnum(["1"]).optional() }).strict(),
    response: pageOf(delegationSchema),
  }),
  listDelegationChoices: endpoint({
    method: "GET",
    path: "/delegation-choices",
    tag: "delegations",
    summary: "For whom the caller may enter a delegation, who could act, and in which pipelines",
    response: delegationChoicesSchema,
  }),
  getDelegation: endpoint({
    method: "GET",
    path: "/delegations/{delegationId}",
    tag: "delegations",
    summary: "One delegation, and what the caller may do with it",
    params,
    response: delegationSchema,
  }),
  makeDelegation: endpoint({
    method: "POST",
    path: "/delegations",
    tag: "delegations",
    summary: "Enter a written delegation; safe to repeat with the same id",
    body: delegationRequestSchema,
    response: delegationSchema,
  }),
  acceptDelegation: endpoint({
    method: "POST",
    path: "/delegations/{delegationId}/accept",
    tag: "delegations",
    summary: "The delegate agrees; what was accepted before stays so",
    params,
    body: object({}).strict(),
    response: delegationSchema,
  }),
  declineDelegation: endpoint({
    method: "POST",
    path: "/delegations/{delegationId}/decline",
    tag: "delegations",
    summary: "The delegate gives it back",
    params,
    body: because,
    response: delegationSchema,
  }),
  endDelegation: endpoint({
    method: "POST",
    path: "/delegations/{delegationId}/end",
    tag: "delegations",
    summary: "End it now; what was done under it stays",
    params,
    body: because,
    response: delegationSchema,
  }),
  listDelegationEvents: endpoint({
    method: "GET",
    path: "/delegations/{delegationId}/events",
    tag: "delegations",
    summary: "Its own sealed record, oldest first",
    params,
    response: array(delegationEventSchema),
  }),
  listDelegatedActs: endpoint({
    method: "GET",
    path: "/delegations/{delegationId}/acts",
    tag: "delegations",
    summary: "What was done on behalf of its giver, newest first",
    params,
    query: object({ ...pageQuery }).strict(),
    response: pageOf(delegatedActSchema),
  }),
};
