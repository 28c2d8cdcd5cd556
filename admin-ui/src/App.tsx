import { lazy } from "react";
import { Admin, CustomRoutes } from "react-admin";
import { BrowserRouter, Route } from "react-router";
import { i18nProvider } from "./i18n/i18n-provider.ts";
import { HomePage } from "./home/HomePage.tsx";
import { Gate } from "./layout/Gate.tsx";
import { NotFoundPage } from "./layout/NotFoundPage.tsx";
import { Shell } from "./layout/Shell.tsx";
import { authProvider } from "./providers/auth-provider.ts";
import { dataProvider } from "./providers/data-provider.ts";
import { queryClient } from "./providers/query-client.ts";
import { SignInPage } from "./sign-in/SignInPage.tsx";
import { darkTheme, lightTheme } from "./theme/theme.ts";

const InboxPage = lazy(() => import("./inbox/InboxPage.tsx"));
const CasesPage = lazy(() => import("./cases/CasesPage.tsx"));
const CasePage = lazy(() => import("./case/CasePage.tsx"));
const LineActPage = lazy(() => import("./case/LineActPage.tsx"));
const DraftPage = lazy(() => import("./draft/DraftPage.tsx"));
const CyclesPage = lazy(() => import("./cycles/CyclesPage.tsx"));
const CyclePage = lazy(() => import("./cycles/CyclePage.tsx"));
const DeskPage = lazy(() => import("./desk/DeskPage.tsx"));
const RoundPage = lazy(() => import("./rounds/RoundPage.tsx"));
const ListDeskPage = lazy(() => import("./rounds/ListDeskPage.tsx"));
const SettingsPage = lazy(() => import("./settings/SettingsPage.tsx"));
const MoneyPage = lazy(() => import("./funding/MoneyPage.tsx"));
const LinePage = lazy(() => import("./funding/LinePage.tsx"));
const CeilingsPage = lazy(() => import("./funding/CeilingsPage.tsx"));
const DelegationsPage = lazy(() => import("./delegations/DelegationsPage.tsx"));
const DelegationPage = lazy(() => import("./delegations/DelegationPage.tsx"));
const StuckPage = lazy(() => import("./stuck/StuckPage.tsx"));
const PipelinesPage = lazy(() => import("./pipelines/PipelinesPage.tsx"));
const PipelinePage = lazy(() => import("./pipelines/PipelinePage.tsx"));
const PublishPage = lazy(() => import("./pipelines/PublishPage.tsx"));
const MigratePage = lazy(() => import("./pipelines/MigratePage.tsx"));
const MigrationPage = lazy(() => import("./pipelines/MigrationPage.tsx"));
const CalendarPage = lazy(() => import("./calendar/CalendarPage.tsx"));
const PeoplePage = lazy(() => import("./people/PeoplePage.tsx"));
const PlanPage = lazy(() => import("./plan/PlanPage.tsx"));
const NoticesPage = lazy(() => import("./notices/NoticesPage.tsx"));

const pages = [
  ["/inbox", "inbox", InboxPage],
  ["/cases", "cases", CasesPage],
  ["/cases/:caseId", "cases", CasePage],
  ["/cases/:caseId/lines/:verb", "cases", LineActPage],
  ["/cases/:caseId/draft", "cases", DraftPage],
  ["/cycles", "cycles", CyclesPage],
  ["/cycles/:campaignId", "cycles", CyclePage],
  ["/cycles/:campaignId/desk", "desk", DeskPage],
  ["/rounds/:campaignId", "rounds", RoundPage],
  ["/rounds/:campaignId/desk", "desk", ListDeskPage],
  ["/settings", "settings", SettingsPage],
  ["/money", "money", MoneyPage],
  ["/money/lines/:lineId", "money", LinePage],
  ["/money/ceilings", "ceilings", CeilingsPage],
  ["/delegations", "delegations", DelegationsPage],
  ["/delegations/:delegationId", "delegations", DelegationPage],
  ["/stuck", "stuck", StuckPage],
  ["/pipelines", "pipelines", PipelinesPage],
  ["/pipelines/new", "pipelines", PublishPage],
  ["/pipelines/:pipelineId", "pipelines", PipelinePage],
  ["/pipelines/:pipelineId/edit", "pipelines", PublishPage],
  ["/pipelines/:pipelineId/migrate", "pipelines", MigratePage],
  ["/pipelines/:pipelineId/migrations/:migrationId", "pipelines", MigrationPage],
  ["/calendar-admin", "calendar-admin", CalendarPage],
  ["/people", "people", PeoplePage],
  ["/plan/:part", "units", PlanPage],
  ["/notices", "notices", NoticesPage],
] as const;

export const App = () => (
  <BrowserRouter>
    <Admin
      title="Trình Ký"
      requireAuth
      disableTelemetry
      authProvider={authProvider}
      dataProvider={dataProvider}
      i18nProvider={i18nProvider}
      queryClient={queryClient}
      layout={Shell}
      loginPage={SignInPage}
      catchAll={NotFoundPage}
      theme={lightTheme}
      darkTheme={darkTheme}
      dashboard={HomePage}
    >
      <CustomRoutes>
        {pages.map(([path, area, Content]) => (
          <Route
            key={path}
            path={path}
            element={
              <Gate area={area}>
                <Content />
              </Gate>
            }
          />
        ))}
      </CustomRoutes>
    </Admin>
  </BrowserRouter>
);
