import { accountEndpoints } from "./accounts.ts";
import { ceilingEndpoints } from "./ceilings.ts";
import { calendarEndpoints } from "./calendar.ts";
import { campaignEndpoints } from "./campaigns.ts";
import { caseEndpoints } from "./cases.ts";
import { delegationEndpoints } from "./delegations.ts";
import { directoryEndpoints } from "./directory.ts";
import { fundingEndpoints } from "./funding.ts";
import { operationEndpoints } from "./operations.ts";
import { paperEndpoints } from "./papers.ts";
import { pipelineEndpoints } from "./pipelines.ts";
import { roundEndpoints } from "./rounds.ts";
import { settingEndpoints } from "./settings.ts";

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
  ...ceilingEndpoints,
  ...paperEndpoints,
  ...roundEndpoints,
  ...settingEndpoints,
};
export type EndpointName = keyof typeof endpoints;
