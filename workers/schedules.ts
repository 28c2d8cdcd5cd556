import { ScheduleAlreadyRunning, ScheduleOverlapPolicy, type Client, type ScheduleOptions } from "@temporalio/client";
import { annualReportScheduleId, taskQueue, workflowTypes } from "../workflows/messages.ts";

/** Every 15 October at 08:00 in Việt Nam: six weeks before the term of plan V.1 ("trước ngày 30/11"). */
const annualReportSchedule: ScheduleOptions = {
  scheduleId: annualReportScheduleId,
  spec: {
    calendars: [{ month: "OCTOBER", dayOfMonth: 15, hour: 8, comment: "Mở kỳ báo cáo năm" }],
    timezone: "Asia/Ho_Chi_Minh",
  },
  action: {
    type: "startWorkflow",
    workflowType: workflowTypes.openCampaign,
    taskQueue,
    workflowId: "open-campaign:annual-report",
    args: [{ kind: "annual-report" }],
  },
  // An outage over the day itself must not lose the cycle; two openers at once would do the same thing twice.
  policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: "30 days", pauseOnFailure: false },
};

/** Creates the schedule, or brings an existing one to the spec in the code; whether it is paused stays as it was. */
export async function ensureSchedules(client: Client): Promise<void> {
  try {
    await client.schedule.create(annualReportSchedule);
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    const { spec, action, policies } = annualReportSchedule;
    await client.schedule
      .getHandle(annualReportScheduleId)
      .update((current) => ({ state: current.state, spec, action, ...(policies && { policies }) }));
  }
}
