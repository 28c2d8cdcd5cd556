import type { Deps } from "../deps.ts";
import type { Handlers } from "../http/handler.ts";
import { pageOf } from "../http/page.ts";
import {
  listCalendarDays,
  listFundingSources,
  listIndicators,
  listObligations,
  listTasks,
  listUnits,
} from "../../store/index.ts";

type Names =
  | "listUnits"
  | "listTasks"
  | "listIndicators"
  | "listFundingSources"
  | "listObligations"
  | "listCalendarDays";

/** The plan is public within the province: everyone signed in may read it. */
export const planHandlers = ({ db }: Deps): Pick<Handlers, Names> => ({
  listUnits: ({ query }) => listUnits(db, { ...query, ...pageOf(query) }),
  listTasks: ({ query }) => listTasks(db, { ...query, ...pageOf(query) }),
  listIndicators: ({ query }) => listIndicators(db, { ...query, ...pageOf(query) }),
  listFundingSources: ({ query }) => listFundingSources(db, { ...query, ...pageOf(query) }),
  listObligations: ({ query }) => listObligations(db, { ...query, ...pageOf(query) }),
  listCalendarDays: ({ query }) => listCalendarDays(db, { ...query, ...pageOf(query) }),
});
