import { Box, Tab, Tabs } from "@mui/material";
import { Page } from "../elements/Page.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import { useText } from "../i18n/use-text.ts";
import { useMe } from "../layout/use-me.ts";
import { maySee } from "../providers/areas.ts";
import { MoneyFilters } from "./MoneyFilters.tsx";
import { MoneyLines } from "./MoneyLines.tsx";
import { MoneyRequests } from "./MoneyRequests.tsx";
import { MoneyTotals } from "./MoneyTotals.tsx";
import { OutsideButton } from "./OutsideDialog.tsx";
import { MONEY_TABS, useMoneyFilter, type MoneyTab } from "./use-money-filter.ts";

export default function MoneyPage() {
  const text = useText();
  const me = useMe();
  const { filter, filtered, by, tab, put, clear } = useMoneyFilter();
  const panels: Record<MoneyTab, () => React.ReactNode> = {
    groups: () => <MoneyTotals by={by} filter={filter} filtered={filtered} onBy={(next) => put({ by: next })} />,
    requests: () => <MoneyRequests key={JSON.stringify(filter)} filter={filter} filtered={filtered} />,
    lines: () => <MoneyLines key={JSON.stringify(filter)} filter={filter} filtered={filtered} />,
  };
  return (
    <Page
      title={text("money.title")}
      lead={text("money.lead")}
      aside={
        <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1.5, alignItems: "center" }}>
          {maySee(me.data?.grants ?? [], "ceilings") && (
            <TextLink to="/money/ceilings">{text("ceilings.title")}</TextLink>
          )}
          <OutsideButton posts={me.data?.posts ?? []} />
        </Box>
      }
    >
      <MoneyFilters filter={filter} filtered={filtered} onPut={put} onClear={clear} />
      <Tabs
        value={tab}
        onChange={(_, next: MoneyTab) => put({ tab: next })}
        aria-label={text("ledger.tabs")}
        variant="scrollable"
        sx={{ mb: 1.5 }}
      >
        {MONEY_TABS.map((name) => (
          <Tab
            key={name}
            value={name}
            label={text(`ledger.tab.${name}`)}
            id={`tab-${name}`}
            aria-controls="money-panel"
          />
        ))}
      </Tabs>
      <Box role="tabpanel" id="money-panel" aria-labelledby={`tab-${tab}`}>
        {panels[tab]()}
      </Box>
    </Page>
  );
}
