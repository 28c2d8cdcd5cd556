/** Everything the worker registers; the names are the workflow types. */
export { approvalCase } from "./approval-case.ts";
export { campaign } from "./campaign.ts";
export { openCampaign } from "./open-campaign.ts";
export { changeCalendar } from "./change-calendar.ts";
export { openCase } from "./open-case.ts";
export { openRequest } from "./open-request.ts";
export { checkPipelines } from "./check-pipelines.ts";
export { remindSpending } from "./remind-spending.ts";
export { migrateCases } from "./migrate-cases.ts";
