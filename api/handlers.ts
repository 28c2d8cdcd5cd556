import type { Deps } from "./deps.ts";
import type { Handlers } from "./http/handler.ts";
import { accountHandlers } from "./resources/accounts.ts";
import { calendarHandlers } from "./resources/calendar.ts";
import { campaignHandlers } from "./resources/campaigns.ts";
import { ceilingHandlers } from "./resources/ceilings.ts";
import { caseHandlers } from "./resources/cases.ts";
import { commandHandlers } from "./resources/commands.ts";
import { delegationHandlers } from "./resources/delegations.ts";
import { deskHandlers } from "./resources/desk.ts";
import { draftHandlers } from "./resources/drafts.ts";
import { fundingDeskHandlers } from "./resources/funding-desk.ts";
import { healthHandlers } from "./resources/health.ts";
import { meHandlers } from "./resources/me.ts";
import { moneyHandlers } from "./resources/money.ts";
import { moneyLineHandlers } from "./resources/money-lines.ts";
import { paperHandlers } from "./resources/papers.ts";
import { noticeHandlers } from "./resources/notices.ts";
import { pipelineHandlers } from "./resources/pipelines.ts";
import { migrationHandlers } from "./resources/pipeline-migrations.ts";
import { roundHandlers } from "./resources/rounds.ts";
import { settingHandlers } from "./resources/settings.ts";
import { planHandlers } from "./resources/plan.ts";
import { stuckHandlers } from "./resources/stuck.ts";

export const createHandlers = (deps: Deps): Handlers => ({
  ...meHandlers(deps),
  ...noticeHandlers(deps),
  ...caseHandlers(deps),
  ...draftHandlers(deps),
  ...commandHandlers(deps),
  ...campaignHandlers(deps),
  ...calendarHandlers(deps),
  ...delegationHandlers(deps),
  ...deskHandlers(deps),
  ...fundingDeskHandlers(deps),
  ...roundHandlers(deps),
  ...settingHandlers(deps),
  ...moneyHandlers(deps),
  ...moneyLineHandlers(deps),
  ...paperHandlers(deps),
  ...ceilingHandlers(deps),
  ...planHandlers(deps),
  ...pipelineHandlers(deps),
  ...migrationHandlers(deps),
  ...healthHandlers(deps),
  ...stuckHandlers(deps),
  ...accountHandlers(deps),
});
