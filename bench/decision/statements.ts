import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { databaseUrl } from "../../scripts/stack/postgres.ts";

/** Temporal goes on a little after it has answered. */
const AFTER_MS = 400;
const executed = /^(\w+) LOG:\s+duration: [\d.]+ ms\s+(?:execute|statement)/gm;
/** The settler looks for work every second; that is no decision's cost. */
const idlePoll = /SKIP LOCKED/;

export type Counter = (work: () => Promise<unknown>) => Promise<Record<string, number>>;

/** Counts statements by database in the server's own log. */
export async function statementCounter(port: number, password: string): Promise<Counter> {
  const admin = new pg.Client({ connectionString: databaseUrl({ port, password }) });
  await admin.connect();
  await admin.query(`ALTER SYSTEM SET log_line_prefix = '%d '`);
  await admin.query("ALTER SYSTEM SET log_min_duration_statement = 0");
  await admin.query("SELECT pg_reload_conf()");
  const { rows } = await admin.query<{ data_directory: string }>("SHOW data_directory");
  await admin.end();
  await pause(AFTER_MS);
  const log = join(dirname(rows[0]!.data_directory), "postgres.log");
  return async (work) => {
    const from = sizeOf(log);
    await work();
    await pause(AFTER_MS);
    const counts: Record<string, number> = {};
    for (const entry of readFrom(log, from).split(/\n(?=\w+ LOG:)/)) {
      const [, name] = [...entry.matchAll(executed)][0] ?? [];
      if (name && !idlePoll.test(entry)) counts[name] = (counts[name] ?? 0) + 1;
    }
    return counts;
  };
}

function sizeOf(path: string): number {
  const file = openSync(path, "r");
  const { size } = fstatSync(file);
  closeSync(file);
  return size;
}

function readFrom(path: string, from: number): string {
  const file = openSync(path, "r");
  const buffer = Buffer.alloc(fstatSync(file).size - from);
  readSync(file, buffer, 0, buffer.length, from);
  closeSync(file);
  return buffer.toString("utf8");
}
