import { createRoot } from "react-dom/client";
import { CssBaseline } from "@mui/material";
import { AdminContext, type DataProvider } from "react-admin";
import { i18nProvider } from "../../../admin-ui/src/i18n/i18n-provider.ts";
import { darkTheme, lightTheme } from "../../../admin-ui/src/theme/theme.ts";
import { GridPage } from "./GridPage.tsx";
import { CouncilPage, DecisionsPage, ExplainPage, OpinionPage, TablePage } from "./LinesPage.tsx";
import { CeilingsPage, LinePage } from "./LinePage.tsx";
import { moneyKeeper } from "./money-keeper.ts";
import { MoneyPage } from "./MoneyPage.tsx";
import { draftKeeper, RequestPage } from "./RequestPage.tsx";

const pages = {
  grid: GridPage,
  decisions: DecisionsPage,
  opinion: OpinionPage,
  explain: ExplainPage,
  council: CouncilPage,
  table: TablePage,
  money: MoneyPage,
  "money-line": LinePage,
  ceilings: CeilingsPage,
  request: RequestPage,
} as const;
const asked = new URLSearchParams(location.search).get("page");
const Shown = pages[asked as keyof typeof pages] ?? GridPage;

createRoot(document.getElementById("root")!).render(
  <AdminContext
    dataProvider={{ ...draftKeeper, ...moneyKeeper } as unknown as DataProvider}
    i18nProvider={i18nProvider}
    theme={lightTheme}
    darkTheme={darkTheme}
  >
    <CssBaseline />
    <main>
      <h1>Trang thử</h1>
      <h2>Phần</h2>
      <Shown />
    </main>
  </AdminContext>,
);
