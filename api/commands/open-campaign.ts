import { WorkflowExecutionAlreadyStartedError } from "@temporalio/client";
import { calendarFor, getCampaign } from "../../store/index.ts";
import { ifKnown, localDate, type LocalDate } from "../../domain/calendar/index.ts";
import { yearOf } from "../../domain/calendar/local-time.ts";
import { dueOfRound, namesOf, openingRefusal, yearsAround, type Opening } from "../../domain/campaign/index.ts";
import type { CaseDue } from "../../domain/engine/case.ts";
import { openerWorkflowId, taskQueue, workflowTypes } from "../../workflows/messages.ts";
import type { Deps } from "../deps.ts";
import { reasonOf } from "../health/check.ts";
import { ProblemError } from "../http/problem.ts";
import { RejectionError } from "../http/rejection-problem.ts";
import { namesOfUnits } from "../views/names.ts";
import { appears } from "./appears.ts";

/** The caller may look at the cycle as soon as this answers, where a worker is at hand. */
const WAIT_FOR_OPENING_MS = 5_000;

/** Checked here because the opener would otherwise try again for ever, waiting for data that only people can enter. */
async function requireCalendar({ db }: Deps, year: number): Promise<void> {
  const calendar = await calendarFor(db, [year]);
  if (!calendar.years.includes(year)) {
    throw new ProblemError("calendar-year-missing", { year });
  }
}

/** As the opener will compute it; where working days have not been entered there are no dates. */
export async function roundDue({ db }: Deps, closesOn: LocalDate): Promise<CaseDue> {
  const calendar = await calendarFor(db, yearsAround(closesOn));
  const due = ifKnown(() => dueOfRound(calendar, closesOn));
  if (due) return due;
  throw new ProblemError("calendar-year-missing", { year: yearOf(closesOn) });
}

/** By hand or by the Schedule, once or many times: one cycle. */
export async function openByHand(deps: Deps, opening: Opening) {
  const { campaignId, year } = namesOf(opening);
  if (await getCampaign(deps.db, campaignId)) return { campaignId, started: false };
  const refused = openingRefusal(opening, localDate(deps.clock()));
  if (refused) throw new RejectionError(refused, namesOfUnits(await deps.directory.units()));
  if (opening.kind === "funding-round") await roundDue(deps, opening.closesOn);
  else await requireCalendar(deps, year);
  const { client } = deps.engine;
  const deadline = deps.clock() + deps.callDeadlineMs;
  try {
    const handle = await client.withDeadline(deadline, () =>
      client.workflow.start(workflowTypes.openCampaign, {
        taskQueue,
        workflowId: openerWorkflowId(campaignId),
        workflowIdReusePolicy: "ALLOW_DUPLICATE",
        workflowIdConflictPolicy: "FAIL",
        args: [opening],
      }),
    );
    await client
      .withDeadline(Date.now() + WAIT_FOR_OPENING_MS, () => handle.result())
      .then(() => appears(() => getCampaign(deps.db, campaignId)))
      .catch((error: unknown) => deps.log.info({ reason: reasonOf(error) }, "the opener is still at work"));
    return { campaignId, started: true };
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return { campaignId, started: false };
    deps.log.warn({ err: error }, "opener not started");
    throw new ProblemError("engine-unavailable", {});
  }
}
