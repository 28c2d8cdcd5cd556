import type { MoneyEvent } from "../../domain/funding/money-event.ts";
import { ledgerRefusalText } from "../../domain/funding/ledger-texts.ts";
import { mayRecord } from "../../domain/funding/may-record.ts";
import { lineIdOf } from "../../domain/funding/request-lines.ts";
import {
  CeilingExceeded,
  fundingLines,
  listFundingLines,
  listMoneyEvents,
  moneyBy,
  MoneyRefused,
  reportDisbursement,
  reportPaper,
  weighChanges,
  type FundingLineRow,
  type LineFilter,
} from "../../store/index.ts";
import type { Caller } from "../auth/caller.ts";
import type { Deps } from "../deps.ts";
import { fundingProblemViews } from "../drafts/forms.ts";
import type { Call, Handlers } from "../http/handler.ts";
import type { Language } from "../http/language.ts";
import { pageOf } from "../http/page.ts";
import { ProblemError } from "../http/problem.ts";
import type { endpoints } from "../../domain/contracts/index.ts";
import { moneyCsv } from "../views/money-csv.ts";
import { eventView, lineView, totalsView, weighedView } from "../views/money.ts";

type Names = "getMoney" | "exportMoney" | "listMoneyLines" | "listMoneyEvents" | "reportMoney" | "weighLines";
type Query = Call<(typeof endpoints)["getMoney"]>["query"];
type Report = Call<(typeof endpoints)["reportMoney"]>["body"];

const filterOf = (deps: Deps, caller: Caller, { year, ...rest }: Omit<Query, "by">): LineFilter => ({
  ...rest,
  sight: deps.rights.sightOf(caller),
  year: year === undefined ? undefined : Number(year),
});

/** A line one may not see is a line that does not exist. */
async function visibleLine(deps: Deps, caller: Caller, lineId: string): Promise<FundingLineRow> {
  const [row] = await fundingLines(deps.db, [lineId]);
  const sight = deps.rights.sightOf(caller);
  if (!row || !(sight.all || sight.units.includes(row.unitCode))) throw new ProblemError("not-found", { what: "line" });
  return row;
}

/** The money of a line goes to the line of the same request and source in the next year. */
const nextLine = (row: FundingLineRow): string => {
  const rowId = row.id.slice(row.requestId.length + 1, -String(row.year).length - 1);
  return lineIdOf(row.requestId, rowId, row.year + 1);
};

function eventOf(row: FundingLineRow, report: Report, at: number): MoneyEvent {
  const base = { id: report.id, lineId: row.id, at };
  switch (report.type) {
    case "disbursed":
      return { ...base, type: report.type, amount: report.amount, period: report.period };
    case "carried-over":
      return { ...base, type: report.type, amount: report.amount, document: report.document, toLineId: nextLine(row) };
    case "settled":
      return { ...base, type: report.type, document: report.document };
    case "supplemented":
    case "recovered":
      return { ...base, type: report.type, amount: report.amount, document: report.document };
  }
}

async function write(deps: Deps, caller: Caller, row: FundingLineRow, report: Report, language: Language) {
  const event = eventOf(row, report, deps.clock());
  const { personId } = caller;
  if (report.type !== "disbursed" || event.type !== "disbursed") return reportPaper(deps.db, event, { personId });
  const { progress, evidence } = report;
  const problems = await reportDisbursement(deps.db, { event, progress, evidence }, personId);
  if (problems.length === 0) return;
  const errors = fundingProblemViews(problems, language);
  throw new ProblemError(
    "content-incomplete",
    { count: errors.length },
    { errors: errors.map(({ path, code, message }) => ({ path, code, message })) },
  );
}

function toldAs(error: unknown, language: Language): unknown {
  if (error instanceof MoneyRefused) {
    return new ProblemError("money-refused", { reason: ledgerRefusalText(error.refusal, language) });
  }
  if (error instanceof CeilingExceeded) return new ProblemError("over-ceiling", error.excess);
  return error;
}

export const moneyHandlers = (deps: Deps): Pick<Handlers, Names> => ({
  getMoney: async ({ caller, query: { by, ...query } }) => {
    const { total, groups } = await moneyBy(deps.db, by, filterOf(deps, caller, query));
    return { total: totalsView(total), groups: groups.map((row) => ({ code: row.code, totals: totalsView(row) })) };
  },

  exportMoney: async ({ caller, query: { by, ...query }, language }) => {
    const { total, groups } = await moneyBy(deps.db, by, filterOf(deps, caller, query));
    return { file: `kinh-phi-${by}.csv`, csv: moneyCsv(by, groups, total, await deps.directory.units(), language) };
  },

  listMoneyLines: async ({ caller, query: { cursor, limit, ...query } }) => {
    const filter = { ...filterOf(deps, caller, query), ...pageOf({ cursor, limit }) };
    const [page, units] = await Promise.all([listFundingLines(deps.db, filter), deps.directory.units()]);
    return { items: page.items.map((row) => lineView(row, units)), next: page.next };
  },

  listMoneyEvents: async ({ caller, params, query }) => {
    const { id } = await visibleLine(deps, caller, params.lineId);
    const page = await listMoneyEvents(deps.db, id, pageOf(query));
    return { items: page.items.map(eventView), next: page.next };
  },

  reportMoney: async ({ caller, params, body, language }) => {
    const row = await visibleLine(deps, caller, params.lineId);
    if (!mayRecord(caller.posts, body.type, row.unitCode, deps.seats.department)) {
      throw new ProblemError("not-allowed", { needs: body.type === "disbursed" ? "work" : "consolidate" });
    }
    try {
      await write(deps, caller, row, body, language);
    } catch (error) {
      throw toldAs(error, language);
    }
    return lineView(await visibleLine(deps, caller, row.id), await deps.directory.units());
  },

  weighLines: async ({ caller, body }) => {
    for (const { line } of body.changes) await visibleLine(deps, caller, line);
    const changes = body.changes.map(({ line, amount }) => ({ lineId: line, amount }));
    const { ceilings } = await weighChanges(deps.db.pool, { stage: body.stage, changes, lock: false });
    return { items: ceilings.map(weighedView) };
  },
});
