import { accountEndpoints } from "./accounts.ts";
import { calendarEndpoints } from "./calendar.ts";
import { campaignEndpoints } from "./campaigns.ts";
import { caseEndpoints } from "./cases.ts";
import { delegationEndpoints } from "./delegations.ts";
import { directoryEndpoints } from "./directory.ts";
import { fundingEndpoints } from "./funding.ts";
import { operationEndpoints } from "./operations.ts";
import { pipelineEndpoints } from "./pipelines.ts";

/** The whole API under /api/v1: served by Express, called by the UI, described by OpenAPI. */
export const endpoints = {
  ...caseEndpoints,
  ...campaignEndpoints,
  ...calendarEndpoints,
  ...delegationEndpoints,
  ...directoryEndpoints,
  ...operationEndpoints,
  ...pipelineEndpoints,
  ...accountEndpoints,
  ...fundingEndpoints,
};
export type EndpointName = keyof typeof endpoints;
