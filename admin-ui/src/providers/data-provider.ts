import type { DataProvider, GetListParams, GetListResult, RaRecord } from "react-admin";
import { HttpError } from "react-admin";
import { endpoints, type EndpointName } from "../../../domain/contracts/index.ts";
import type { CommandRequest } from "../../../domain/contracts/cases.ts";
import type { LedgerGroup } from "../../../domain/funding/ledger-views.ts";
import { administration } from "./administration.ts";
import { call, type CallOptions } from "./api-client.ts";
import { pageByNumber } from "./cursors.ts";

type Query<Name extends EndpointName> = NonNullable<CallOptions<(typeof endpoints)[Name]>["query"]>;
type Body<Name extends EndpointName> = CallOptions<(typeof endpoints)[Name]>["body"];
type OpenBody = CallOptions<typeof endpoints.openCampaign>["body"];
export type OpenedRound = Extract<OpenBody, { kind: "funding-round" }>["round"];

/** What react-admin lists: resource name → the operation that pages it, and the filters that operation knows. */
const lists = {
  cases: { endpoint: endpoints.listCases, filters: ["q", "status", "pipeline", "campaignId", "unit", "step"] },
  notices: { endpoint: endpoints.listNotices, filters: [] },
  units: { endpoint: endpoints.listUnits, filters: ["q", "on"] },
  tasks: { endpoint: endpoints.listTasks, filters: ["q"] },
  indicators: { endpoint: endpoints.listIndicators, filters: ["q"] },
  "funding-sources": { endpoint: endpoints.listFundingSources, filters: ["q"] },
  obligations: { endpoint: endpoints.listObligations, filters: ["q"] },
  "calendar-days": { endpoint: endpoints.listCalendarDays, filters: ["q", "year"] },
} as const;

const isListed = (resource: string): resource is keyof typeof lists => resource in lists;

async function getList<T extends RaRecord>(resource: string, params: GetListParams): Promise<GetListResult<T>> {
  if (!isListed(resource)) throw notOffered("getList", resource);
  const { endpoint, filters } = lists[resource];
  const { page = 1, perPage = 50 } = params.pagination ?? {};
  const given = (params.filter ?? {}) as Record<string, string>;
  const query = Object.fromEntries(filters.filter((name) => given[name]).map((name) => [name, given[name]]));
  const key = JSON.stringify([resource, query, perPage]);
  const answer = await pageByNumber<unknown>(key, page, (cursor) =>
    call(endpoint, { query: { ...query, cursor, limit: String(perPage) }, signal: params.signal }),
  );
  return {
    data: answer.items as T[],
    pageInfo: { hasNextPage: answer.next !== null, hasPreviousPage: page > 1 },
  };
}

const notOffered = (verb: string, resource: string): HttpError =>
  new HttpError(`${verb} ${resource}`, 405, { code: "not-offered" });

/** Nothing is edited in place: whatever changes a case is a command, and a command has a receipt. */
const refuse = (verb: string) => async (resource: string) => {
  throw notOffered(verb, resource);
};

export const dataProvider = {
  getList,
  getOne: refuse("getOne"),
  getMany: refuse("getMany"),
  getManyReference: refuse("getManyReference"),
  create: refuse("create"),
  update: refuse("update"),
  updateMany: refuse("updateMany"),
  delete: refuse("delete"),
  deleteMany: refuse("deleteMany"),

  inbox: (cursor?: string) => call(endpoints.inbox, { query: { cursor, limit: "100" } }),
  getCase: (caseId: string) => call(endpoints.getCase, { params: { caseId } }),
  listEvents: (caseId: string, cursor?: string) =>
    call(endpoints.listEvents, { params: { caseId }, query: { cursor, limit: "50" } }),
  getContent: (caseId: string, number: number) =>
    call(endpoints.getContent, { params: { caseId, number: String(number) } }),
  getDraft: (caseId: string) => call(endpoints.getDraft, { params: { caseId } }),
  saveDraft: (caseId: string, version: number, body: Record<string, unknown>) =>
    call(endpoints.putDraft, { params: { caseId }, body: { version, body } }),
  sendCommand: (caseId: string, body: CommandRequest) => call(endpoints.sendCommand, { params: { caseId }, body }),
  getReceipt: (commandId: string) => call(endpoints.getReceipt, { params: { commandId } }),
  listCampaigns: (query: CallOptions<typeof endpoints.listCampaigns>["query"] & object) =>
    call(endpoints.listCampaigns, { query: { ...query, limit: "50" } }),
  getCampaign: (campaignId: string) => call(endpoints.getCampaign, { params: { campaignId } }),
  openCampaign: (year: number) => call(endpoints.openCampaign, { body: { kind: "annual-report", year } }),
  prepareRound: (closesOn: string | undefined) => call(endpoints.prepareRound, { query: { closesOn } }),
  openRound: (closesOn: string, round: OpenedRound) =>
    call(endpoints.openCampaign, { body: { kind: "funding-round", closesOn, round } }),
  beginRequest: (campaignId: string, id: string, unit: string) =>
    call(endpoints.openRequest, { params: { campaignId }, body: { id, unit } }),
  listRoundRequests: (campaignId: string, query: CallOptions<typeof endpoints.listRoundRequests>["query"] & object) =>
    call(endpoints.listRoundRequests, { params: { campaignId }, query: { ...query, limit: "50" } }),
  getFundingDesk: (campaignId: string) => call(endpoints.getFundingDesk, { params: { campaignId } }),
  moneyOfRound: (campaignId: string) => call(endpoints.getMoney, { query: { by: "source", campaignId } }),
  listSettings: () => call(endpoints.listSettings, {}),
  changeSetting: (
    key: CallOptions<typeof endpoints.changeSetting>["params"]["key"],
    body: CallOptions<typeof endpoints.changeSetting>["body"],
  ) => call(endpoints.changeSetting, { params: { key }, body }),
  listMembers: (campaignId: string, query: { cursor?: string; q?: string; position?: string }) =>
    call(endpoints.listMembers, { params: { campaignId }, query: { ...query, limit: "100" } }),
  getDesk: (campaignId: string) => call(endpoints.getDesk, { params: { campaignId } }),
  sendCampaignCommand: (campaignId: string, body: CallOptions<typeof endpoints.sendCampaignCommand>["body"]) =>
    call(endpoints.sendCampaignCommand, { params: { campaignId }, body }),
  weighLines: (changes: CallOptions<typeof endpoints.weighLines>["body"]["changes"]) =>
    call(endpoints.weighLines, { body: { stage: "decided", changes } }),
  getMoney: (by: LedgerGroup, filter: Query<"getMoney">) => call(endpoints.getMoney, { query: { ...filter, by } }),
  listMoneyLines: (query: Query<"listMoneyLines">) => call(endpoints.listMoneyLines, { query }),
  listMoneyRequests: (query: Query<"listMoneyRequests">) => call(endpoints.listMoneyRequests, { query }),
  getMoneyLine: (lineId: string) => call(endpoints.getMoneyLine, { params: { lineId } }),
  listMoneyEvents: (lineId: string, cursor?: string) =>
    call(endpoints.listMoneyEvents, { params: { lineId }, query: { cursor, limit: "50" } }),
  reportSpending: (lineId: string, body: Body<"reportSpending">) =>
    call(endpoints.reportSpending, { params: { lineId }, body }),
  recordOutside: (body: Body<"recordOutside">) => call(endpoints.recordOutside, { body }),
  proposePaper: (lineId: string, body: Body<"proposePaper">) =>
    call(endpoints.proposePaper, { params: { lineId }, body }),
  weighPaper: (lineId: string, body: Body<"weighPaper">) => call(endpoints.weighPaper, { params: { lineId }, body }),
  answerPaper: (paperId: string, body: Body<"answerPaper">) =>
    call(endpoints.answerPaper, { params: { paperId }, body }),
  listPapers: (query: Query<"listPapers">) => call(endpoints.listPapers, { query }),
  listCeilings: (query: Query<"listCeilings">) => call(endpoints.listCeilings, { query }),
  proposeCeiling: (body: Body<"proposeCeiling">) => call(endpoints.proposeCeiling, { body }),
  weighDraft: (caseId: string) => call(endpoints.weighDraft, { params: { caseId } }),
  listParts: () => call(endpoints.listParts, {}),
  listStuck: (query: CallOptions<typeof endpoints.listStuck>["query"] & object) =>
    call(endpoints.listStuck, { query: { ...query, limit: "50" } }),
  readNotices: (ids: string[]) => call(endpoints.readNotices, { body: { ids } }),
  listDemoAccounts: () => call(endpoints.listDemoAccounts, {}),
  ...administration,
} satisfies DataProvider;

export type TrinhKyDataProvider = typeof dataProvider;
