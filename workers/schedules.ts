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

/** Every night, so that whoever leaves a post today is missed tomorrow and not when a case arrives. */
const nightlyCheck: ScheduleOptions = {
  scheduleId: "pipeline-check-nightly",
  spec: { calendars: [{ hour: 2, minute: 30 }], timezone: "Asia/Ho_Chi_Minh" },
  action: {
    type: "startWorkflow",
    workflowType: workflowTypes.checkPipelines,
    taskQueue,
    workflowId: "check-pipelines",
  },
  policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: "1 day", pauseOnFailure: false },
};

/** Every morning as offices open; an accountant finds it with the day's work. */
const spendingReminder: ScheduleOptions = {
  scheduleId: "spending-reminder",
  spec: { calendars: [{ hour: 8 }], timezone: "Asia/Ho_Chi_Minh" },
  action: {
    type: "startWorkflow",
    workflowType: workflowTypes.remindSpending,
    taskQueue,
    workflowId: "remind-spending",
  },
  policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: "1 day", pauseOnFailure: false },
};

/** Creates the schedules, or brings existing ones to the spec in the code; whether one is paused stays as it was. */
export async function ensureSchedules(client: Client): Promise<void> {
  for (const schedule of [annualReportSchedule, nightlyCheck, spendingReminder]) await ensureSchedule(client, schedule);
}

async function ensureSchedule(client: Client, schedule: ScheduleOptions): Promise<void> {
  try {
    await client.schedule.create(schedule);
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    const { scheduleId, spec, action, policies } = schedule;
    await client.schedule
      .getHandle(scheduleId)
      .update((current) => ({ state: current.state, spec, action, ...(policies && { policies }) }));
  }
}
