import { listFundingLines, listMoneyEvents, moneyBy, moneyByRequest, type LineFilter } from "../../store/index.ts";
import type { Caller } from "../auth/caller.ts";
import type { Deps } from "../deps.ts";
import { CsvFile, type Call, type Handlers } from "../http/handler.ts";
import { pageOf } from "../http/page.ts";
import type { endpoints } from "../../domain/contracts/index.ts";
import { linesCsv } from "../views/lines-csv.ts";
import { moneyCsv } from "../views/money-csv.ts";
import { eventView, lineView, totalsView } from "../views/money.ts";
import { visibleLine } from "../visible-line.ts";

type Names =
  "getMoney" | "exportMoney" | "exportMoneyLines" | "listMoneyLines" | "listMoneyRequests" | "listMoneyEvents";
type Query = Call<(typeof endpoints)["getMoney"]>["query"];

const filterOf = (deps: Deps, caller: Caller, { year, ...rest }: Omit<Query, "by">): LineFilter => ({
  ...rest,
  sight: deps.rights.moneySightOf(caller),
  year: year === undefined ? undefined : Number(year),
});

/** Where money stands, to be read; what is said about it has files of its own. */
export const moneyHandlers = (deps: Deps): Pick<Handlers, Names> => ({
  getMoney: async ({ caller, query: { by, ...query } }) => {
    const { total, groups } = await moneyBy(deps.db, by, filterOf(deps, caller, query));
    return { total: totalsView(total), groups: groups.map((row) => ({ code: row.code, totals: totalsView(row) })) };
  },

  exportMoney: async ({ caller, query: { by, language: asked, ...query }, language: own }) => {
    const language = asked ?? own;
    const { total, groups } = await moneyBy(deps.db, by, filterOf(deps, caller, query));
    return new CsvFile(`kinh-phi-${by}.csv`, moneyCsv(by, groups, total, await deps.directory.units(), language));
  },

  exportMoneyLines: async ({ caller, query: { language: asked, ...query }, language: own }) => {
    const language = asked ?? own;
    const filter = filterOf(deps, caller, query);
    const units = await deps.directory.units();
    return new CsvFile("kinh-phi-dong.csv", linesCsv(deps.db, filter, { units, language }));
  },

  listMoneyLines: async ({ caller, query: { cursor, limit, ...query } }) => {
    const filter = { ...filterOf(deps, caller, query), ...pageOf({ cursor, limit }) };
    const [page, units] = await Promise.all([listFundingLines(deps.db, filter), deps.directory.units()]);
    return { items: page.items.map((row) => lineView(row, units)), next: page.next };
  },

  listMoneyRequests: async ({ caller, query: { cursor, limit, ...query } }) => {
    const filter = { ...filterOf(deps, caller, query), ...pageOf({ cursor, limit }) };
    const [page, units] = await Promise.all([moneyByRequest(deps.db, filter), deps.directory.units()]);
    const items = page.items.map(({ requestId, title, unitCode, taskCode, campaignId, ...totals }) => ({
      requestId,
      title,
      unit: unitCode,
      unitName: units.get(unitCode)?.name ?? unitCode,
      task: taskCode,
      campaignId,
      totals: totalsView(totals),
    }));
    return { items, next: page.next };
  },

  listMoneyEvents: async ({ caller, params, query }) => {
    const { id } = await visibleLine(deps, caller, params.lineId);
    const page = await listMoneyEvents(deps.db, id, pageOf(query));
    return { items: page.items.map(eventView), next: page.next };
  },
});
