import { array, boolean, number, object, record, string, unknown, enum as zEnum, type infer as Infer } from "zod";
import { memberPositions } from "../campaign/position.ts";
import { BUDGET_WINDOWS } from "../funding/windows.ts";
import { campaignSchema } from "./campaigns.ts";
import { caseListItemSchema } from "./cases.ts";
import { dongSchema, idSchema, instantSchema, localDateSchema, pageOf, pageQuery, text } from "./common.ts";
import { endpoint } from "./endpoint.ts";

export const roundPlanSchema = object({
  today: localDateSchema,
  proposals: array(
    object({
      window: zEnum(BUDGET_WINDOWS),
      budgetYear: number().int(),
      /** null: the budget calendar names no day. */
      closesOn: localDateSchema.nullable(),
      name: string(),
    }),
  ),
  /** Of the last day asked about; null without one. `open`: it has not passed. */
  due: object({ effectiveDue: instantSchema, internalTarget: instantSchema, open: boolean() }).nullable(),
});
export type RoundPlan = Infer<typeof roundPlanSchema>;

export const roundRequestSchema = object({
  caseId: string(),
  unit: string(),
  unitName: string(),
  /** As the agency calls it; null until it was sent up once. */
  subject: string().nullable(),
  position: zEnum(memberPositions),
  requested: dongSchema,
  proposed: dongSchema.nullable(),
  decided: dongSchema.nullable(),
  assigned: dongSchema,
  /** null: its case is being opened. */
  case: caseListItemSchema.nullable(),
});
export type RoundRequest = Infer<typeof roundRequestSchema>;

export const fundingDeskSchema = object({
  campaign: campaignSchema,
  dossier: caseListItemSchema.nullable(),
  /** The list as it would be frozen now. */
  list: record(string(), unknown()),
  /** Requests that are not in it; those that came to the department need a reason. */
  left: array(
    object({
      caseId: string(),
      unit: string(),
      unitName: string(),
      position: zEnum(memberPositions),
      mustBeExplained: boolean(),
    }),
  ),
  owing: number().int(),
});
export type FundingDeskView = Infer<typeof fundingDeskSchema>;

const params = object({ campaignId: idSchema });

export const roundEndpoints = {
  prepareRound: endpoint({
    method: "GET",
    path: "/round-plan",
    tag: "funding",
    summary: "What the budget calendar proposes for a round, and when one that closes on a day would be due",
    query: object({ closesOn: localDateSchema.optional() }).strict(),
    response: roundPlanSchema,
  }),
  listRoundRequests: endpoint({
    method: "GET",
    path: "/campaigns/{campaignId}/requests",
    tag: "funding",
    summary: "Requests of a round, where each lies and its amounts; an agency sees its own",
    params,
    query: object({ ...pageQuery, q: text(200).optional(), position: zEnum(memberPositions).optional() }).strict(),
    response: pageOf(roundRequestSchema),
  }),
  getFundingDesk: endpoint({
    method: "GET",
    path: "/campaigns/{campaignId}/funding-desk",
    tag: "funding",
    summary: "List desk of Sở KH&CN: the list as it would be frozen now, and who is not in it",
    params,
    response: fundingDeskSchema,
  }),
};
