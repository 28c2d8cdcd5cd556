import { proxyActivities } from "@temporalio/workflow";
import type { Activities } from "./activities.ts";

/** Writes to our own database: idempotent and quick, so they are retried for ever; a failing one shows as stuck. */
export const store = proxyActivities<
  Pick<
    Activities,
    | "recordCase"
    | "recordCampaign"
    | "planCampaign"
    | "saveCalendar"
    | "finishCalendar"
    | "checkPipelines"
    | "remindSpending"
  >
>({
  startToCloseTimeout: "20 seconds",
  retry: { initialInterval: "1 second", backoffCoefficient: 2, maximumInterval: "30 seconds" },
});

/** Work of `task` steps: retried for ever; while it fails it shows among what is stuck, with its real error. */
export const work = proxyActivities<Pick<Activities, "runTask">>({
  startToCloseTimeout: "5 minutes",
  retry: { initialInterval: "1 second", backoffCoefficient: 2, maximumInterval: "1 minute" },
});

/** Starts and signals other workflows in batches: idempotent by business id, and slow enough to need a heartbeat. */
export const fanOut = proxyActivities<
  Pick<
    Activities,
    | "openMembers"
    | "openDossier"
    | "tellMembers"
    | "tellUnits"
    | "tellDossier"
    | "lapseMembers"
    | "openRequest"
    | "openCase"
    | "rollCalendar"
    | "migrateBatch"
  >
>({
  startToCloseTimeout: "5 minutes",
  heartbeatTimeout: "30 seconds",
  retry: { initialInterval: "1 second", backoffCoefficient: 2, maximumInterval: "1 minute" },
});
