/**
 * What one decision costs, beside the least it could cost: a bare Temporal Update on the same server in the same run.
 * `npm run bench:decision [-- <decisions per desk and round>]`; what it said on which machine: bench/README.md.
 */
import { randomUUID } from "node:crypto";
import { Client, Connection } from "@temporalio/client";
import pg from "pg";
import { Service } from "../scripts/stack/service.ts";
import { node, startServers } from "../tests/support/servers.ts";
import { caseWorkflowId } from "../workflows/messages.ts";
import { bareDecision } from "./decision/bare-workflow.ts";
import { nextDecision, nextReminder, openDesks } from "./decision/desk.ts";
import { historyCost } from "./decision/history-cost.ts";
import { statementCounter } from "./decision/statements.ts";

const AT_ONCE = 8;
const ROUNDS = 5;
const SAMPLES = 6;
const each = Number(process.argv[2] ?? 12);

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

/** `AT_ONCE` hands at work at the same time, each one decision after the other. */
async function times(count: number, act: (hand: number) => Promise<number>): Promise<number[]> {
  const hands = Array.from({ length: AT_ONCE }, async (_, hand) => {
    const took: number[] = [];
    for (let done = 0; done < count; done += 1) took.push(await act(hand));
    return took;
  });
  return (await Promise.all(hands)).flat();
}

const servers = await startServers({ LOG_LEVEL: "error", PUBLIC_URL: "http://trinh-ky.test" });
const { temporalAddress: address, namespace, databaseUrl } = servers;
const bareEnv = { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace };
const bareWorker = new Service(node("bare worker", "bench/decision/bare-worker.ts", "/dev/null", bareEnv), {
  spawned: () => undefined,
});
await bareWorker.start();
const connection = await Connection.connect({ address });
const client = new Client({ connection, namespace });
const database = new pg.Client({ connectionString: databaseUrl });
await database.connect();

const walOf = async (work: () => Promise<number[]>): Promise<{ took: number[]; wal: number; perSecond: number }> => {
  const at = async () => (await database.query<{ lsn: string }>("SELECT pg_current_wal_lsn() AS lsn")).rows[0]!.lsn;
  const [before, since] = [await at(), performance.now()];
  const took = await work();
  const seconds = (performance.now() - since) / 1000;
  const { rows } = await database.query<{ bytes: string }>("SELECT $1::pg_lsn - $2::pg_lsn AS bytes", [
    await at(),
    before,
  ]);
  return { took, wal: Number(rows[0]!.bytes) / took.length, perSecond: took.length / seconds };
};

const desks = await openDesks(servers.url, 2 * AT_ONCE);
const bareIds = Array.from({ length: AT_ONCE }, (_, hand) => `bare:${hand}:${randomUUID()}`);
for (const workflowId of bareIds) await client.workflow.start("bare", { workflowId, taskQueue: "bare", args: [] });
const bareDecide = async (hand: number): Promise<number> => {
  const since = performance.now();
  await client.workflow.getHandle(bareIds[hand]!).executeUpdate(bareDecision, {
    updateId: randomUUID(),
    args: [{ id: randomUUID(), comment: "Làm rõ số liệu ở biểu 01 và biểu 03" }],
  });
  return performance.now() - since;
};
/** What is compared: from the least to the most there is to do. Each has desks of its own, hence histories of its own. */
const subjects: Record<string, { act: (hand: number) => Promise<number>; workflowId: string }> = {
  "bare Update": { act: bareDecide, workflowId: bareIds[0]! },
  reminder: {
    act: async (hand) => (await nextReminder(desks[hand]!))(),
    workflowId: caseWorkflowId(desks[0]!.caseId),
  },
  "submit, return": {
    act: async (hand) => (await nextDecision(desks[AT_ONCE + hand]!))(),
    workflowId: caseWorkflowId(desks[AT_ONCE]!.caseId),
  },
};
const names = Object.keys(subjects);
for (const name of names) await times(4, subjects[name]!.act);
const begun = new Map<string, number>();
for (const name of names) begun.set(name, (await historyCost(client, subjects[name]!.workflowId)).events);

type Measured = { p50: number; p99: number; perSecond: number; wal: number };
const rounds: (Measured & { name: string })[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  for (let place = 0; place < names.length; place += 1) {
    const name = names[(place + round) % names.length]!;
    const { took, wal, perSecond } = await walOf(() => times(each, subjects[name]!.act));
    rounds.push({ name, p50: percentile(took, 0.5), p99: percentile(took, 0.99), perSecond, wal });
  }
}
const of = (name: string, field: keyof Measured): number[] =>
  rounds.filter((one) => one.name === name).map((one) => one[field]);
const ratio = (name: string, field: keyof Measured): string => {
  const bare = of("bare Update", field);
  return percentile(
    of(name, field).map((value, round) => value / bare[round]!),
    0.5,
  ).toFixed(2);
};

const line = (...cells: (string | number)[]): void => console.log(`| ${cells.join(" | ")} |`);
console.log(`${AT_ONCE} at once, ${ROUNDS} rounds in turn of ${AT_ONCE * each} each; medians over the rounds\n`);
line("", "p50 ms", "/ bare", "p99 ms", "/ bare", "per second", "WAL bytes each", "/ bare");
line("---", "---:", "---:", "---:", "---:", "---:", "---:", "---:");
for (const name of names) {
  const median = (field: keyof Measured): string => percentile(of(name, field), 0.5).toFixed(0);
  const [p50, p99, wal] = [ratio(name, "p50"), ratio(name, "p99"), ratio(name, "wal")];
  line(name, median("p50"), p50, median("p99"), p99, median("perSecond"), median("wal"), wal);
}

console.log("\nHistory of one workflow, per command\n");
line("", "workflow tasks", "events", "bytes");
line("---", "---:", "---:", "---:");
for (const name of names) {
  const cost = await historyCost(client, subjects[name]!.workflowId, begun.get(name));
  const per = (value: number): string => (value / (each * ROUNDS)).toFixed(2);
  line(`**${name}**`, per(cost.workflowTasks), per(cost.events), Math.round(cost.bytes / (each * ROUNDS)));
  for (const [type, count, bytes] of cost.byType) line(type, "", per(count), Math.round(bytes / (each * ROUNDS)));
}

const { port, password } = new URL(databaseUrl);
const count = await statementCounter(Number(port), password);
const sendings = {
  idle: () => Promise.resolve(() => Promise.resolve(0)),
  "bare Update": () => Promise.resolve(() => bareDecide(0)),
  reminder: () => nextReminder(desks[0]!),
  "submit, return": () => nextDecision(desks[AT_ONCE]!),
};
console.log("\nSQL statements until 0.4 s after the answer, by database\n");
line("", "application", "Temporal", "visibility");
line("---", "---:", "---:", "---:");
for (const [name, next] of Object.entries(sendings)) {
  const total: Record<string, number> = {};
  for (let done = 0; done < SAMPLES; done += 1) {
    const send = await next();
    for (const [database, n] of Object.entries(await count(send))) total[database] = (total[database] ?? 0) + n;
  }
  line(name, ...["trinhky", "temporal", "temporal_visibility"].map((key) => ((total[key] ?? 0) / SAMPLES).toFixed(1)));
}

await database.end();
await connection.close();
await bareWorker.stop();
await servers.stop();
process.exit(0);
