import { useSearchParams } from "react-router";
import { LEDGER_GROUPS, type LedgerGroup } from "../../../domain/funding/ledger-views.ts";

export const FILTERS = ["q", "year", "source", "unit", "task", "campaignId", "requestId"] as const;
export type MoneyFilter = Partial<Record<(typeof FILTERS)[number], string>>;

export const MONEY_TABS = ["groups", "requests", "lines"] as const;
export type MoneyTab = (typeof MONEY_TABS)[number];

const oneOf = <T extends string>(options: readonly T[], value: string | null): T | undefined =>
  options.find((option) => option === value);

/** The address says what is looked at: it can be sent to somebody, and the way back leads to the same view. */
export function useMoneyFilter() {
  const [search, setSearch] = useSearchParams();
  const given = FILTERS.map((name) => [name, search.get(name) ?? ""] as const).filter(([, value]) => value !== "");
  const filter = Object.fromEntries(given) as MoneyFilter;
  const put = (change: Readonly<Record<string, string>>) => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(change)) {
      if (value === "") next.delete(name);
      else next.set(name, value);
    }
    setSearch(next, { replace: true });
  };
  return {
    filter,
    filtered: given.length > 0,
    by: oneOf<LedgerGroup>(LEDGER_GROUPS, search.get("by")) ?? "source",
    tab: oneOf<MoneyTab>(MONEY_TABS, search.get("tab")) ?? "groups",
    put,
    clear: () => put(Object.fromEntries(FILTERS.map((name) => [name, ""]))),
  };
}
