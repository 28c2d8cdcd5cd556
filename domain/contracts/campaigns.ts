import {
  array,
  boolean,
  discriminatedUnion,
  literal,
  number,
  object,
  record,
  string,
  unknown,
  enum as zEnum,
  type infer as Infer,
} from "zod";
import { campaignKinds, campaignStatuses } from "../campaign/campaign.ts";
import { memberPositions } from "../campaign/position.ts";
import { BUDGET_WINDOWS, FIRST_YEAR, LAST_YEAR } from "../funding/windows.ts";
import { caseListItemSchema, receiptSchema } from "./cases.ts";
import {
  hashSchema,
  idSchema,
  instantSchema,
  localDateSchema,
  pageOf,
  pageQuery,
  postSchema,
  requiredText,
  text,
  uuidSchema,
} from "./common.ts";
import { endpoint } from "./endpoint.ts";

export const campaignSchema = object({
  id: string(),
  kind: zEnum(campaignKinds),
  /** Only of a funding round. */
  round: object({
    name: string(),
    window: zEnum(BUDGET_WINDOWS),
    budgetYear: number().int(),
    /** Why it was called for outside the budget calendar. */
    adHoc: string().optional(),
  }).nullable(),
  year: number().int(),
  status: zEnum(campaignStatuses),
  openedAt: instantSchema,
  legalDue: instantSchema,
  effectiveDue: instantSchema,
  internalTarget: instantSchema,
  dossierId: string().nullable(),
  /** Counts by where the member stands; `owing` = members not excluded, the denominator of both rates. */
  counts: object({
    owing: number().int(),
    drafting: number().int(),
    inAgency: number().int(),
    sent: number().int(),
    returned: number().int(),
    accepted: number().int(),
    consolidated: number().int(),
    excluded: number().int(),
    /** Refused, taken back for good or lapsed: not among the owing. */
    out: number().int(),
    late: number().int(),
    /** Past due on the agency's own desks; what waits at the department's does not count against it. */
    overdue: number().int(),
    /** Sent at all, wherever it stands now. */
    everSent: number().int(),
  }),
  /** Of the owing members: sent at all / sent by effectiveDue, percent with one decimal. */
  completeness: number(),
  timeliness: number(),
  /** Units for which the reader may begin a request now. */
  begins: array(object({ unit: string(), unitName: string() })),
  actions: array(
    object({ verb: string(), enabled: boolean(), reason: string().nullable(), as: postSchema.nullable() }),
  ),
});
export type CampaignView = Infer<typeof campaignSchema>;

export const memberSchema = object({
  unit: string(),
  unitName: string(),
  unitType: string(),
  excluded: boolean(),
  excludedReason: string().nullable(),
  position: zEnum([...memberPositions, "excluded"]),
  sentAt: instantSchema.nullable(),
  late: boolean(),
  case: caseListItemSchema.nullable(),
});
export type MemberView = Infer<typeof memberSchema>;

/** The consolidation desk: who is in, missing, returned, and what a snapshot would hold now. */
export const deskSchema = object({
  campaign: campaignSchema,
  dossier: caseListItemSchema.nullable(),
  members: array(memberSchema),
  minimumPercent: number(),
  /** The consolidated report as it would be frozen now. */
  preview: record(string(), unknown()).nullable(),
  /** Names which versions of which reports are in it; a freeze says what was seen. */
  seen: hashSchema,
  /** Figures that do not reconcile; what the department's own text lacks is told with its draft. */
  problems: array(object({ section: string(), path: string(), code: string(), message: string() })),
});
export type DeskView = Infer<typeof deskSchema>;

const params = object({ campaignId: idSchema });

export const campaignEndpoints = {
  listCampaigns: endpoint({
    method: "GET",
    path: "/campaigns",
    tag: "campaigns",
    summary: "Reporting cycles and funding rounds, newest first",
    query: object({
      ...pageQuery,
      kind: zEnum(campaignKinds).optional(),
      status: zEnum(campaignStatuses).optional(),
    }).strict(),
    response: pageOf(campaignSchema),
  }),
  openCampaign: endpoint({
    method: "POST",
    path: "/campaigns",
    tag: "campaigns",
    summary:
      "Open a cycle by hand (the Schedule opens the reports' every year), or a funding round; opening it twice is the same as once",
    body: discriminatedUnion("kind", [
      object({ kind: literal("annual-report"), year: number().int().min(2024).max(2045) }).strict(),
      object({
        kind: literal("funding-round"),
        /** Last day on which requests are in time. */
        closesOn: localDateSchema,
        round: object({
          name: requiredText(200),
          window: zEnum(BUDGET_WINDOWS),
          budgetYear: number().int().min(FIRST_YEAR).max(LAST_YEAR),
          adHoc: requiredText(500).optional(),
        }).strict(),
      }).strict(),
    ]),
    response: object({ campaignId: string(), started: boolean() }),
  }),
  getCampaign: endpoint({
    method: "GET",
    path: "/campaigns/{campaignId}",
    tag: "campaigns",
    summary: "One cycle with its counts and rates",
    params,
    response: campaignSchema,
  }),
  listMembers: endpoint({
    method: "GET",
    path: "/campaigns/{campaignId}/members",
    tag: "campaigns",
    summary: "Cycle board: every agency and where its report lies",
    params,
    query: object({ ...pageQuery, q: text(200).optional(), position: string().max(20).optional() }).strict(),
    response: pageOf(memberSchema),
  }),
  openRequest: endpoint({
    method: "POST",
    path: "/campaigns/{campaignId}/requests",
    tag: "campaigns",
    summary: "An agency begins a request in an open funding round; the same id opens it once",
    params,
    body: object({ id: uuidSchema, unit: string().max(40).optional() }).strict(),
    /** `ready`: the case can be looked at; otherwise it comes as soon as a worker is up. */
    response: object({ caseId: string(), ready: boolean() }),
  }),
  getDesk: endpoint({
    method: "GET",
    path: "/campaigns/{campaignId}/desk",
    tag: "campaigns",
    summary: "Consolidation desk of Sở KH&CN",
    params,
    response: deskSchema,
  }),
  sendCampaignCommand: endpoint({
    method: "POST",
    path: "/campaigns/{campaignId}/commands",
    tag: "campaigns",
    summary: "Start the consolidation early; take a member out of the cycle or back into it, with a reason",
    params,
    body: object({
      id: uuidSchema,
      as: postSchema.strict().optional(),
      body: discriminatedUnion("verb", [
        object({ verb: literal("start-consolidation"), reason: requiredText(2000) }).strict(),
        object({ verb: literal("exclude"), unit: string().max(40), reason: requiredText(2000) }).strict(),
        object({ verb: literal("include"), unit: string().max(40), reason: requiredText(2000) }).strict(),
      ]),
    }).strict(),
    response: receiptSchema,
    accepted: receiptSchema,
  }),
};
