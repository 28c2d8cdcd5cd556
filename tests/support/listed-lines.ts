import type { Actor, Line } from "../../domain/engine/index.ts";
import { fundingList } from "../../domain/pipelines/index.ts";
import { SEATS } from "../../domain/rights/index.ts";
import { getCase, type Db } from "../../store/index.ts";
import { startCase } from "../../workers/activities/case-starter.ts";
import { person } from "../domain/engine/scenario.ts";
import { completeRequest } from "../domain/funding/complete-request.ts";
import { freshId, linesIn, recordStory, sentRequest } from "../store/funding-story.ts";
import { act, type Act, type Desk } from "./desk.ts";
import { inputFor } from "./opened-case.ts";
import { until } from "./until.ts";

/** What each request asks for, in one line. */
export const REQUESTED = 1_205_000_000;

/** Requests with one line each, in the ledger. */
export async function askedLines(db: Db, count: number): Promise<Line[]> {
  const lines: Line[] = [];
  for (let made = 0; made < count; made++) {
    const requestId = freshId("funding-request");
    const request = completeRequest();
    await recordStory(db, sentRequest(requestId, request));
    lines.push(...linesIn(requestId, request));
  }
  return lines;
}

const parties = { owner: "SKHCN", ...SEATS, finance: "STC", planning: "SKHDT" };

/** A list with these lines as a real workflow, brought to where it is decided. */
export async function listOnTheTable({ client, db }: Pick<Desk, "client" | "db">, lines: Line[]): Promise<string> {
  const caseId = freshId("funding-list");
  await startCase(client, inputFor(caseId, { title: "Danh mục kinh phí 2027", pipeline: fundingList, parties }));
  await until(
    () => getCase(db, caseId),
    (row) => row !== null,
  );
  for (const [actor, body] of way(lines)) await act({ client, db, now: Date.now }, caseId, actor, body);
  return caseId;
}

function way(lines: Line[]): [Actor, Act][] {
  const facts = { regular: true, investment: false };
  const amounts = lines.map(({ id, requested }) => ({ line: id, amount: requested, position: "agree" as const }));
  const counted = { included: lines.length, owing: lines.length, missing: [] };
  return [
    [person("SKHCN", "specialist"), { verb: "freeze", drafters: [], facts, lines, ...counted }],
    [person("STC", "head"), { verb: "opine", position: "agree", amounts }],
    [person("SKHCN", "division-head"), { verb: "approve" }],
    [person("SKHCN", "head"), { verb: "approve", mark: "own" }],
    [person("SKHCN", "records-clerk"), { verb: "issue" }],
    [person("VP_UBND", "specialist"), { verb: "approve" }],
  ];
}

/** One Stop ceiling over everything decided for regular spending in 2027. */
export async function onlyCeiling(db: Pick<Db, "pool">, amount: number): Promise<void> {
  await db.pool.query(`DELETE FROM "Ceiling"`);
  await db.pool.query(
    `INSERT INTO "Ceiling" ("id", "source", "year", "amount", "modes", "document")
     VALUES (gen_random_uuid(), 'IV.1.TX', 2027, $1, '{"decided":"stop"}', '01/NQ-HĐND')`,
    [amount],
  );
}

export interface Books {
  held: number;
  reserved: number;
  decided: number;
  /** Amounts in the events of the lists themselves. */
  inEvents: number;
}

/** What the reservations, the ledger and the events of the cases say was decided, each by itself. */
export async function booksOf(db: Pick<Db, "pool">): Promise<Books> {
  const { rows } = await db.pool.query<Record<keyof Books, string>>(`SELECT
    (SELECT count(*) FROM "CeilingReservation" WHERE "state" = 'held')::text AS "held",
    (SELECT coalesce(sum("amount"), 0) FROM "CeilingReservation"
      WHERE "state" = 'confirmed' AND "stage" = 'decided')::text AS "reserved",
    (SELECT coalesce(sum("decided"), 0) FROM "FundingLine")::text AS "decided",
    (SELECT coalesce(sum(l."requested"), 0) FROM "CaseEvent" e,
      jsonb_array_elements(e."body"->'data'->'decisions') d JOIN "FundingLine" l ON l."id" = d->>'line'
      WHERE e."type" = 'lines-decided' AND d->>'decision' = 'approve')::text AS "inEvents"`);
  const [row] = rows;
  if (!row) throw new Error("a question without a FROM has one row");
  return {
    held: Number(row.held),
    reserved: Number(row.reserved),
    decided: Number(row.decided),
    inEvents: Number(row.inEvents),
  };
}
