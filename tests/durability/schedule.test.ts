import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localDate, yearOf } from "../../domain/calendar/index.ts";
import { getCampaign } from "../../store/index.ts";
import { ensureSchedules } from "../../workers/schedules.ts";
import { annualReportScheduleId } from "../../workflows/messages.ts";
import { until } from "../support/until.ts";
import { startEngine, type TestEngine } from "./support/engine.ts";

let engine: TestEngine;

beforeAll(async () => {
  engine = await startEngine();
  await engine.worker();
  await ensureSchedules(engine.client);
});
afterAll(() => engine.stop());

const schedule = () => engine.client.schedule.getHandle(annualReportScheduleId);

const opened = (year: number) =>
  until(
    () => getCampaign(engine.db, `annual-report-${year}`),
    (campaign) => campaign !== null,
  );

const openers = async (): Promise<number> => (await schedule().describe()).info.recentActions.length;

describe("the yearly schedule", () => {
  it("opens the cycle of the year in which it is triggered", async () => {
    await schedule().trigger();
    const year = yearOf(localDate(Date.now()));
    expect(await opened(year)).toMatchObject({ year, status: "open" });
  });

  it("opens the year it missed when it catches up, not the year of the clock", async () => {
    const missed = yearOf(localDate(Date.now())) - 1;
    const day = (date: number) => new Date(Date.UTC(missed, 9, date));
    await schedule().backfill({ start: day(14), end: day(16), overlap: "ALLOW_ALL" });
    expect(await opened(missed)).toMatchObject({ year: missed });
  });

  it("opens a cycle once, however often it is triggered", async () => {
    const before = await openers();
    await schedule().trigger();
    await until(openers, (runs) => runs > before);
    const [latest] = (await schedule().describe()).info.recentActions.slice(-1);
    const run = latest?.action.workflow;
    if (!run) throw new Error("the schedule has started no workflow");
    const year = yearOf(localDate(Date.now()));
    const answer: unknown = await engine.client.workflow.getHandle(run.workflowId, run.firstExecutionRunId).result();
    expect(answer).toBe(`annual-report-${year}`);
    expect((await getCampaign(engine.db, `annual-report-${year}`))?.state.started).toBe(44);
  });

  it("is the same schedule after the worker that made it starts again", async () => {
    await schedule().pause("đang rà soát lịch");
    await ensureSchedules(engine.client);
    expect((await schedule().describe()).state).toMatchObject({ paused: true, note: "đang rà soát lịch" });
  });
});
