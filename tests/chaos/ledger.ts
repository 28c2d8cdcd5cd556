import { randomUUID } from "node:crypto";
import type { Client } from "@temporalio/client";
import pg from "pg";
import { verifyChain, type SealedEvent } from "../../domain/engine/index.ts";
import { caseWorkflowId } from "../../workflows/messages.ts";
import type { Person } from "../api/support/person.ts";

export type Told = "accepted" | "refused" | "unknown";

export interface Attempt {
  id: string;
  caseId: string;
  told: Told;
  person: Person;
  request: object;
}

/** Outside the system under test: what was sent, and what the sender was told. */
export class Ledger {
  readonly attempts: Attempt[] = [];
  #repeated = 0;

  /** Sends once; an answer that never came, or promises to come later, is unknown to the sender. */
  async send(person: Person, caseId: string, expected: object, body: object, id = randomUUID()): Promise<Attempt> {
    const attempt: Attempt = { id, caseId, told: "unknown", person, request: { id, expected, body } };
    this.attempts.push(attempt);
    attempt.told = await this.#tell(attempt);
    return attempt;
  }

  /** As every sender does who was left without an answer: the very same command, under its own id. */
  async repeat(): Promise<{ first: Told; again: Told }[]> {
    const answers: { first: Told; again: Told }[] = [];
    for (const attempt of this.attempts.slice(this.#repeated)) {
      answers.push({ first: attempt.told, again: await this.#tell(attempt) });
    }
    this.#repeated = this.attempts.length;
    return answers;
  }

  async #tell({ person, caseId, request }: Attempt): Promise<Told> {
    try {
      const answer = await person.send("POST", `/cases/${caseId}/commands`, request);
      if (answer.status === 200) return "accepted";
      return answer.status < 500 && answer.status !== 202 ? "refused" : "unknown";
    } catch {
      // The process died under the request: the sender knows nothing.
      return "unknown";
    }
  }
}

export interface Trace {
  id: string;
  told: Told;
  /** What the receipt says in the end. */
  outcome: string | null;
  inSql: number;
  inTemporal: number;
}

const completedIds = async (client: Client, caseId: string): Promise<string[]> => {
  const { events } = await client.workflow.getHandle(caseWorkflowId(caseId)).fetchHistory();
  const accepted = new Map<string, string>();
  const completed: string[] = [];
  for (const event of events ?? []) {
    const id = event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.meta?.updateId;
    if (id) accepted.set(String(event.eventId), id);
    const done = event.workflowExecutionUpdateCompletedEventAttributes;
    if (done?.outcome?.success) completed.push(done.meta?.updateId ?? accepted.get(String(done.acceptedEventId)) ?? "");
  }
  return completed;
};

/** Compares the four copies: ledger, receipts, SQL events, Temporal's history; and verifies the seal chain. */
export async function compare(url: string, client: Client, { attempts }: Ledger): Promise<Trace[]> {
  const sql = new pg.Client({ connectionString: url });
  await sql.connect();
  try {
    const traces: Trace[] = [];
    for (const { id, caseId, told } of attempts) {
      const { rows } = await sql.query<{ outcome: string | null }>(`SELECT "outcome" FROM "Command" WHERE "id" = $1`, [
        id,
      ]);
      const { rows: events } = await sql.query(`SELECT 1 FROM "CaseEvent" WHERE "commandId" = $1`, [id]);
      const inTemporal = (await completedIds(client, caseId)).filter((completed) => completed === id).length;
      traces.push({ id, told, outcome: rows[0]?.outcome ?? null, inSql: events.length, inTemporal });
    }
    for (const caseId of new Set(attempts.map((attempt) => attempt.caseId))) await verify(sql, caseId);
    return traces;
  } finally {
    await sql.end();
  }
}

async function verify(sql: pg.Client, caseId: string): Promise<void> {
  const { rows } = await sql.query<{ body: SealedEvent }>(
    `SELECT "body" FROM "CaseEvent" WHERE "caseId" = $1 ORDER BY "seq"`,
    [caseId],
  );
  const verdict = verifyChain(rows.map(({ body }) => body));
  if (!verdict.ok) throw new Error(`the chain of ${caseId} breaks at ${verdict.seq}`);
}

/** I1 to I4: carried out once and told so, or not at all and told so; an unknown outcome is one of the two. */
export function contradictions(traces: readonly Trace[]): Trace[] {
  return traces.filter(({ told, outcome, inSql, inTemporal }) => {
    const once = outcome === "accepted" && inSql === 1 && inTemporal === 1;
    const never = outcome !== "accepted" && inSql === 0 && inTemporal === 0;
    if (told === "accepted") return !once;
    if (told === "refused") return !never;
    return !(once || never);
  });
}
