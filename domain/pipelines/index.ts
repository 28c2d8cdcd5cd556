import type { Pipeline } from "../engine/pipeline.ts";
import { annualReport } from "./annual-report.ts";
import { consolidatedReport } from "./consolidated-report.ts";
import { fundingList } from "./funding-list.ts";
import { fundingRequest } from "./funding-request.ts";

export { mayStart } from "./starting.ts";
export { taskNames } from "./tasks.ts";
export { annualReport, consolidatedReport, fundingList, fundingRequest };

/** Every published table, oldest version first. A published table is never edited: changes make a new version. */
export const shippedPipelines: readonly Pipeline[] = [annualReport, consolidatedReport, fundingRequest, fundingList];
