import { recordMoney, type Ledger } from "../domain/funding/ledger.ts";
import { givenTo, nextYearOf, type LineMoney } from "../domain/funding/line-money.ts";
import {
  maySettle,
  moneyEventOf,
  type CeilingPaperBody,
  type LinePaperBody,
  type Paper,
} from "../domain/funding/papers.ts";
import { SETTLEMENT } from "../domain/funding/steps.ts";
import { applyCeilingPaper, judgeCeilingPaper } from "./ceiling-papers.ts";
import { sourceThatSays, weighPlaces, type Weighed, type Weighing } from "./ceilings.ts";
import { lineColumns, moneyOfRow, type FundingLineRow } from "./funding-rows.ts";
import { MoneyRefused, writeMoney } from "./money.ts";
import type { Signer } from "./money-book.ts";
import { run, statement, type Queryable } from "./query.ts";

/** A ceiling is in the way; nothing was written. */
export class CeilingInTheWay extends Error {
  override readonly name = "CeilingInTheWay";
  readonly excess: CeilingExcess;
  constructor(excess: CeilingExcess) {
    super(`${excess.says} over the ceiling of ${excess.source} by ${excess.over}`);
    this.excess = excess;
  }
}

export interface CeilingExcess {
  says: "stop" | "reason" | "head";
  source: string;
  remaining: string;
  over: string;
}

type Said = Pick<Paper, "id" | "kind" | "subjectId" | "body">;

const isOfLine = (paper: Said): paper is Said & { body: LinePaperBody } => !paper.kind.startsWith("ceiling-");

const lockStatement = statement(`
SELECT ${lineColumns("l")} FROM "FundingLine" l WHERE l."requestId" = (SELECT "requestId" FROM "FundingLine" WHERE "id" = $1)
ORDER BY l."id" FOR UPDATE`);

/** All lines of the request: the next year's takes money over, and the last one is settled with the case. */
async function lockedLines(tx: Queryable, lineId: string): Promise<ReadonlyMap<string, LineMoney>> {
  const rows = await run<FundingLineRow>(tx, lockStatement, lineId);
  return new Map(rows.map((row) => [row.id, moneyOfRow(row)]));
}

const stepStatement = statement(`SELECT "step" FROM "Case" WHERE "id" = $1`);

async function refuseEarlySettlement(tx: Queryable, { kind, subjectId }: Said, lines: ReadonlyMap<string, LineMoney>) {
  const line = lines.get(subjectId);
  if (kind !== "settled" || !line) return;
  const [owner] = await run<{ step: string }>(tx, stepStatement, line.key.requestId);
  const others = [...lines.values()].filter(({ key }) => key.lineId !== subjectId);
  if (maySettle(owner?.step ?? null, others, SETTLEMENT)) return;
  throw new MoneyRefused({ code: "settlement-not-sent", lineId: subjectId });
}

/** What the paper adds to a line's money, where a ceiling may have a word. */
export function weighingOf({ kind, subjectId, body }: Said, lines: ReadonlyMap<string, LineMoney>): Weighing | null {
  const line = lines.get(subjectId);
  if (!line || (kind !== "supplemented" && kind !== "carried-over")) return null;
  const { amount = "0" } = body;
  const lineId = kind === "carried-over" ? nextYearOf(subjectId) : subjectId;
  const before = lines.get(lineId);
  const { sourceCode, year, window } = before?.key ?? { ...line.key, year: line.key.year + 1 };
  const total = (before ? givenTo(before) : 0n) + BigInt(amount);
  return { lineId, amount: total.toString(), key: { sourceCode, year, window } };
}

export const weighPaper = async (tx: Queryable, said: Said, lines: ReadonlyMap<string, LineMoney>, lock: boolean) => {
  const weighing = weighingOf(said, lines);
  return weighing && { weighing, weighed: await weighPlaces(tx, { stage: "assigned", places: [weighing], lock }) };
};

function refuseOverCeiling(weighed: Weighed, { key }: Weighing, reason: string | undefined, head: boolean): void {
  const say = (says: CeilingExcess["says"], mode: "stop" | "warn" | "higher-signature"): never => {
    const found = weighed.ceilings.find(({ result }) => result.verdict === mode);
    const over = found && found.result.verdict !== "ok" ? found.result.over : "0";
    const remaining = found?.result.remaining ?? "0";
    throw new CeilingInTheWay({ says, source: sourceThatSays(weighed, mode, key), remaining, over });
  };
  if (weighed.excess.stop.size > 0) say("stop", "stop");
  if (weighed.excess.warn.size > 0 && (reason ?? "").trim() === "") say("reason", "warn");
  if (weighed.excess["higher-signature"].size > 0 && !head) say("head", "higher-signature");
}

/** Lines first, ceilings after them, as everywhere. */
async function judgeLine(tx: Queryable, said: Said & { body: LinePaperBody }, head: boolean): Promise<void> {
  const lines = await lockedLines(tx, said.subjectId);
  const ledger: Ledger = { lines, events: new Set() };
  const recorded = recordMoney(ledger, moneyEventOf(said, said.body, 0));
  if (!recorded.ok) throw new MoneyRefused(recorded.refusal);
  await refuseEarlySettlement(tx, said, lines);
  const placed = await weighPaper(tx, said, lines, true);
  if (placed) refuseOverCeiling(placed.weighed, placed.weighing, said.body.reason, head);
}

/** What would be said against it now; a higher signature is asked of whoever confirms, not of who enters it. */
export const judgePaper = (tx: Queryable, said: Said): Promise<void> =>
  isOfLine(said) ? judgeLine(tx, said, true) : judgeCeilingPaper(tx, said.kind, said.body as CeilingPaperBody);

export async function carryOutPaper(tx: Queryable, paper: Paper, by: Signer, now: number): Promise<void> {
  if (!isOfLine(paper)) return applyCeilingPaper(tx, paper);
  await judgeLine(tx, paper, by.post.role === "head");
  const origin = { personId: paper.personId, paperId: paper.id };
  await writeMoney(tx, [moneyEventOf(paper, paper.body, now)], { origin, by: "laws" });
}
