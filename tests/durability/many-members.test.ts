import { Client, Connection } from "@temporalio/client";
import { NativeConnection, Worker } from "@temporalio/worker";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CampaignInput, CampaignTransition } from "../../domain/campaign/index.ts";
import type { Milestone } from "../../domain/engine/index.ts";
import { patience } from "../../workers/patience.ts";
import {
  CAMPAIGN_TASK_TIMEOUT,
  campaignWorkflowId,
  memberMilestone,
  taskQueue,
  workflowTypes,
} from "../../workflows/messages.ts";
import { createNamespace, temporalAddress, workflowBundlePath } from "../support/temporal.ts";
import { until } from "../support/until.ts";
import { atOnce, range } from "./support/at-once.ts";
import { runsOf } from "./support/runs.ts";

/** Every agency and commune of a large province. */
const MEMBERS = 3_400;
const CAMPAIGN = "annual-report-2026";
const units = range(MEMBERS).map((index) => `XA${10_000 + index}`);
const YEAR_MS = 365 * 86_400_000;

let namespace: string;
let connection: Connection;
let native: NativeConnection;
let client: Client;
const recorded: CampaignTransition[] = [];

const input: CampaignInput = {
  campaignId: CAMPAIGN,
  kind: "annual-report",
  year: 2026,
  due: { legalDue: 0, effectiveDue: Date.now() + YEAR_MS, internalTarget: 0 },
  dossierId: "consolidated-report-2026",
  owing: MEMBERS,
  department: "SKHCN",
};

/** The members themselves are left out: here it is told what they would tell. */
const activities = {
  recordCampaign: ({ transitions }: { transitions: CampaignTransition[] }) => void recorded.push(...transitions),
  openMembers: ({ after, limit }: { after: string | null; limit: number }) => {
    const next = units.filter((unit) => after === null || unit > after).slice(0, limit);
    return { units: next, next: next.length < limit ? null : (next.at(-1) ?? null) };
  },
  openDossier: () => undefined,
};

async function work(): Promise<() => Promise<void>> {
  const worker = await Worker.create({
    connection: native,
    namespace,
    taskQueue,
    workflowBundle: { codePath: workflowBundlePath() },
    activities,
    ...patience,
  });
  const running = worker.run();
  return async () => {
    worker.shutdown();
    await running;
  };
}

beforeAll(async () => {
  namespace = await createNamespace();
  connection = await Connection.connect({ address: temporalAddress() });
  native = await NativeConnection.connect({ address: temporalAddress() });
  client = new Client({ connection, namespace });
});
afterAll(async () => {
  await connection.close();
  await native.close();
});

const last = (): CampaignTransition["event"] | undefined => recorded.at(-1)?.event;

async function tell(milestone: Milestone): Promise<void> {
  const handle = client.workflow.getHandle(campaignWorkflowId(CAMPAIGN));
  await atOnce(24, units, (unit) =>
    handle.signal(memberMilestone, { caseId: `${CAMPAIGN}-${unit}`, unit, milestone, contentId: null }),
  );
}

describe(`a campaign of ${MEMBERS} members`, () => {
  it("hears all that was told while no worker ran, and all that is told while it works it off", async () => {
    const stop = await work();
    await client.workflow.start(workflowTypes.campaign, {
      taskQueue,
      workflowId: campaignWorkflowId(CAMPAIGN),
      args: [{ input }],
      workflowTaskTimeout: CAMPAIGN_TASK_TIMEOUT,
    });
    await until(
      () => Promise.resolve(last()?.type),
      (type) => type === "members-started",
      { withinMs: 60_000 },
    );
    await stop();
    await tell("sent");
    const again = await work();
    await tell("accepted");
    await until(
      () => Promise.resolve(last()?.type),
      (type) => type === "consolidation-started",
      { withinMs: 90_000 },
    );
    const { members } = recorded.at(-1)?.state ?? { members: {} };
    expect(Object.values(members)).toHaveLength(MEMBERS);
    expect(new Set(Object.values(members))).toEqual(new Set(["accepted"]));
    await again();
  });

  it("continues as new once it is quiet, within the server's limits in every run", async () => {
    const stop = await work();
    const runs = await until(
      () => runsOf(client, campaignWorkflowId(CAMPAIGN)),
      (seen) => seen.length > 1,
    );
    await stop();
    for (const { events, inputBytes } of runs) {
      // Above these the server begins to warn.
      expect(events).toBeLessThan(10_240);
      expect(inputBytes).toBeLessThan(512 * 1024);
    }
  });
});
