import { recordCampaignTransitions } from "../store/record-campaign.ts";
import { recordTransitions } from "../store/record-transition.ts";
import { dossierToOpen, membersToOpen, planCampaign } from "../store/campaign-opening.ts";
import { caseToOpen } from "../store/case-opening.ts";
import { remindSpending } from "../store/remind-spending.ts";
import { requestToOpen } from "../store/round-opening.ts";
import type { Activities } from "../workflows/activities.ts";
import { calendarActivities } from "./activities/calendar.ts";
import { startCase } from "./activities/case-starter.ts";
import type { ActivityDeps } from "./activities/deps.ts";
import { runTask, shippedTasks, type Tasks } from "./activities/tasks.ts";
import { inBatches } from "./activities/in-batches.ts";
import { memberActivities } from "./activities/members.ts";
import { pipelineActivities } from "./activities/pipelines.ts";

/** What the workflows ask of the outside (workflows/activities.ts says what each must guarantee). */
export function createActivities(deps: ActivityDeps, tasks: Tasks = shippedTasks): Activities {
  const { db, client, now } = deps;
  return {
    ...calendarActivities(deps),
    runTask: (work) => runTask(tasks, work),
    ...pipelineActivities(deps),
    remindSpending: () => remindSpending(db, now()),
    recordCase: async ({ input, transitions }) => {
      await recordTransitions(db, { transitions, now: now(), ...(input && { input }) });
    },
    recordCampaign: async ({ input, transitions }) => {
      await recordCampaignTransitions(db, { transitions, now: now(), ...(input && { input }) });
    },
    planCampaign: (opening) => planCampaign(db, opening, now()),
    openMembers: async ({ campaignId, after, limit }) => {
      const { inputs, units, next } = await membersToOpen(db, { campaignId, after, limit });
      await inBatches(inputs, (input) => startCase(client, input));
      return { units, next };
    },
    openRequest: async (args) => startCase(client, await requestToOpen(db, args, now())),
    openCase: async (args) => startCase(client, await caseToOpen(db, args)),
    openDossier: async ({ campaignId }) => startCase(client, await dossierToOpen(db, campaignId, now())),
    ...memberActivities(deps),
  };
}
