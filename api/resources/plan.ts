import type { FundingSource, Indicator, Obligation, PlanTask } from "../../domain/plan/program.ts";
import { listCalendarDays, listPlan, listUnits, type Page, type PlanList } from "../../store/index.ts";
import type { Deps } from "../deps.ts";
import type { Handlers } from "../http/handler.ts";
import { pageOf, type PageQuery } from "../http/page.ts";
import { fundingSourceView, indicatorView, obligationView, taskView, unitView } from "../views/plan.ts";
import type { Units } from "../views/names.ts";

type Names =
  "listUnits" | "listTasks" | "listIndicators" | "listFundingSources" | "listObligations" | "listCalendarDays";

const mapPage = <Row, View>({ items, next }: Page<Row>, view: (row: Row) => View): Page<View> => ({
  items: items.map(view),
  next,
});

/** The plan is public within the province: everyone signed in may read it. */
export function planHandlers({ db, directory }: Deps): Pick<Handlers, Names> {
  const list =
    <Body, View>(name: PlanList, view: (body: Body, units: Units) => View) =>
    async ({ query }: { query: PageQuery & { q?: string | undefined } }): Promise<Page<View>> => {
      const units = await directory.units();
      const page = await listPlan<Body>(db, name, { q: query.q, ...pageOf(query) });
      return mapPage(page, (row) => view(row.body, units));
    };
  return {
    listUnits: async ({ query }) =>
      mapPage(await listUnits(db, { q: query.q, on: query.on, ...pageOf(query) }), unitView),
    listTasks: list<PlanTask, ReturnType<typeof taskView>>("tasks", taskView),
    listIndicators: list<Indicator, ReturnType<typeof indicatorView>>("indicators", indicatorView),
    listFundingSources: list<FundingSource, ReturnType<typeof fundingSourceView>>("fundingSources", fundingSourceView),
    listObligations: list<Obligation, ReturnType<typeof obligationView>>("obligations", obligationView),
    listCalendarDays: async ({ query }) => {
      const year = query.year === undefined ? undefined : Number(query.year);
      const page = await listCalendarDays(db, { year, ...pageOf(query) });
      return mapPage(page, ({ date, kind, decisionRef = null, note }) => ({ id: date, date, kind, decisionRef, note }));
    },
  };
}
