import { checkOutside, outsideLine, type OutsideEntry } from "../../domain/funding/check-outside.ts";
import { isOutsideBudget } from "../../domain/funding/outside-budget.ts";
import { mayPropose, mayRecordOutside, mayReportSpending } from "../../domain/funding/may-record.ts";
import { hasBegun, periodsOf } from "../../domain/funding/periods.ts";
import { settingsOn } from "../../domain/funding/settings.ts";
import { dueReports } from "../../domain/funding/spending-due.ts";
import { localDate } from "../../domain/calendar/index.ts";
import {
  getCase,
  listSettings,
  moneyOfRow,
  recordOutside,
  reportDisbursement,
  type FundingLineRow,
} from "../../store/index.ts";
import type { Caller } from "../auth/caller.ts";
import type { Deps } from "../deps.ts";
import { refuseBlocked } from "../drafts/forms.ts";
import type { Handlers } from "../http/handler.ts";
import { ProblemError } from "../http/problem.ts";
import { told } from "../money-errors.ts";
import { isoOrNull } from "../clock-text.ts";
import { lineView } from "../views/money.ts";
import { visibleLine } from "../visible-line.ts";

type Names = "getMoneyLine" | "reportSpending" | "recordOutside";

/** What the caller may say about the line now, and what it owes. */
async function standingOf(deps: Deps, { posts }: Caller, row: FundingLineRow) {
  const money = moneyOfRow(row);
  const now = deps.clock();
  const today = localDate(now);
  const outside = isOutsideBudget(row.sourceCode);
  const reported = Object.keys(row.periods);
  const hasMoney = !row.settled && (money.assigned > 0n || money.carriedIn > 0n);
  const settings = settingsOn(today, await listSettings(deps.db));
  const due = dueReports(money, await deps.directory.calendar(), settings, now);
  return {
    due: due.map(({ dueAt, ...report }) => ({ ...report, dueAt: isoOrNull(dueAt) })),
    openPeriods: hasMoney ? periodsOf(row.year, reported).filter((period) => hasBegun(period, today)) : [],
    may: {
      report: hasMoney && mayReportSpending(posts, row.unitCode),
      propose: hasMoney && mayPropose(posts, "settled", deps.seats.department) !== undefined,
      record: outside && mayRecordOutside(posts, row.unitCode, deps.seats.department),
    },
  };
}

/** A correction stays on its line, and with the unit whose line it is. */
async function lineToRecord(deps: Deps, caller: Caller, id: string, line: string | undefined): Promise<string> {
  if (line === undefined) return `recorded-${id}`;
  const row = await visibleLine(deps, caller, line);
  if (!isOutsideBudget(row.sourceCode)) throw new ProblemError("not-found", { what: "line" });
  if (!mayRecordOutside(caller.posts, row.unitCode, deps.seats.department)) {
    throw new ProblemError("not-allowed", { needs: "work" });
  }
  return row.id;
}

export const moneyLineHandlers = (deps: Deps): Pick<Handlers, Names> => ({
  getMoneyLine: async ({ caller, params }) => {
    const row = await visibleLine(deps, caller, params.lineId);
    const [units, owner, standing] = await Promise.all([
      deps.directory.units(),
      getCase(deps.db, row.requestId),
      standingOf(deps, caller, row),
    ]);
    return { ...lineView(row, units), caseTitle: owner?.title ?? null, ...standing };
  },

  reportSpending: async ({ caller, params, body, language }) => {
    const row = await visibleLine(deps, caller, params.lineId);
    if (!mayReportSpending(caller.posts, row.unitCode)) throw new ProblemError("not-allowed", { needs: "work" });
    const { evidence, ...said } = body;
    const event = {
      ...said,
      type: "disbursed" as const,
      lineId: row.id,
      at: deps.clock(),
      ...(evidence !== undefined && { evidence }),
    };
    const problems = await told(language, () => reportDisbursement(deps.db, event, caller.personId));
    refuseBlocked(problems, language);
    return lineView(await visibleLine(deps, caller, row.id), await deps.directory.units());
  },

  recordOutside: async ({ caller, body, language }) => {
    const { id, line, document, evidence, ...rest } = body;
    const entry: OutsideEntry = rest;
    if (!mayRecordOutside(caller.posts, entry.unit, deps.seats.department)) {
      throw new ProblemError("not-allowed", { needs: "work" });
    }
    refuseBlocked(checkOutside(entry), language);
    const lineId = await lineToRecord(deps, caller, id, line);
    const event = {
      id,
      lineId,
      at: deps.clock(),
      type: "recorded" as const,
      amount: entry.amount,
      document,
      ...(evidence !== undefined && { evidence }),
      line: outsideLine(lineId, entry),
    };
    await told(language, () => recordOutside(deps.db, event, caller.personId));
    return lineView(await visibleLine(deps, caller, lineId), await deps.directory.units());
  },
});
