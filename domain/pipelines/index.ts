import type { Pipeline } from "../engine/pipeline.ts";
import { annualReport } from "./annual-report.ts";
import { consolidatedReport } from "./consolidated-report.ts";
import { fundingList } from "./funding-list.ts";
import { fundingRequest } from "./funding-request.ts";

export { mayStart, startable } from "./starting.ts";
export { taskNames } from "./tasks.ts";
export { annualReport, consolidatedReport, fundingList, fundingRequest };

/**
 * The tables that ship with the program, each in its latest version. A published table is never edited: a change makes a
 * new version, and the ones before it live on in the store.
 */
export const shippedPipelines: readonly Pipeline[] = [annualReport, consolidatedReport, fundingRequest, fundingList];
