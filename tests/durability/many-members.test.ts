import { Client, Connection } from "@temporalio/client";
import { NativeConnection, Worker } from "@temporalio/worker";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CampaignEvent, CampaignInput } from "../../domain/campaign/index.ts";
import { verifyChain, type Milestone } from "../../domain/engine/index.ts";
import { closeDb, createDb, getCampaign, type CampaignRow, type Db } from "../../store/index.ts";
import { createActivities } from "../../workers/create-activities.ts";
import { patience } from "../../workers/patience.ts";
import {
  CAMPAIGN_TASK_TIMEOUT,
  campaignWorkflowId,
  memberMilestone,
  taskQueue,
  workflowTypes,
} from "../../workflows/messages.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
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
let database: TestDatabase;
let db: Db;

const input: CampaignInput = {
  campaignId: CAMPAIGN,
  kind: "annual-report",
  year: 2026,
  due: { legalDue: 0, effectiveDue: Date.now() + YEAR_MS, internalTarget: 0 },
  dossierId: "consolidated-report-2026",
  owing: MEMBERS,
  department: "SKHCN",
};

/** The province as it may be one day: so many units, each of them a member. */
async function enlist(): Promise<void> {
  await db.pool.query(
    `INSERT INTO "Unit" ("code", "slug", "name", "nameEn", "type", "source", "reportDuty", "searchKey", "position")
     SELECT u, lower(u), 'Xã ' || u, 'Commune ' || u, 'commune', 'test', true, lower(u), 1000 + n
     FROM unnest($1::text[]) WITH ORDINALITY AS x(u, n)`,
    [units],
  );
  await db.pool.query(
    `INSERT INTO "CampaignMember" ("campaignId", "unitCode", "caseId", "position")
     SELECT $1, "code", $1 || '-' || "slug", "position" FROM "Unit" WHERE "code" = ANY ($2::text[])`,
    [CAMPAIGN, units],
  );
}

/** The product's own activities on a real database; only the members' cases are left out, and told for here. */
const withoutCases = (whole: Client): Client => {
  const workflow = new Proxy(whole.workflow, {
    get: (target, key) =>
      (key === "start" ? () => Promise.resolve(undefined) : Reflect.get(target, key, target)) as unknown,
  });
  return new Proxy(whole, {
    get: (target, key) => (key === "workflow" ? workflow : Reflect.get(target, key, target)) as unknown,
  });
};

async function work(): Promise<() => Promise<void>> {
  const worker = await Worker.create({
    connection: native,
    namespace,
    taskQueue,
    workflowBundle: { codePath: workflowBundlePath() },
    activities: createActivities({ db, client: withoutCases(client), now: Date.now }),
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
  database = await createTestDatabase();
  db = createDb(database.url, { max: 6 });
  await enlist();
});
afterAll(async () => {
  await closeDb(db);
  await database.drop();
  await connection.close();
  await native.close();
});

const campaign = (): Promise<CampaignRow | null> => getCampaign(db, CAMPAIGN);

/** The campaign's record in SQL, oldest first. */
async function eventsOf(): Promise<CampaignEvent[]> {
  const { rows } = await db.pool.query<{ body: CampaignEvent }>(
    `SELECT "body" FROM "CampaignEvent" WHERE "campaignId" = $1 ORDER BY "seq"`,
    [CAMPAIGN],
  );
  return rows.map(({ body }) => body);
}

const recorded = (type: CampaignEvent["type"], withinMs: number) =>
  until(eventsOf, (events) => events.some((event) => event.type === type), { withinMs });

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
    await recorded("members-started", 90_000);
    await stop();
    await tell("sent");
    const again = await work();
    await tell("accepted");
    const events = await recorded("consolidation-started", 120_000);
    expect(verifyChain(events)).toEqual({ ok: true });
    const { members } = (await campaign())?.state ?? { members: {} };
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
