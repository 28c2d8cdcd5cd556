import type { Page } from "playwright-core";
import type { Account } from "../../api/support/accounts.ts";
import { ROUND } from "./round.ts";

export interface Screen {
  path: string;
  by: Account | null;
  /** What is broken while it is looked at: requests that find no answer. */
  failing?: string | RegExp;
  /** What is opened on it before it is looked at. */
  open?: (page: Page) => Promise<void>;
}

/** By its name in either language. */
const press = (name: RegExp) => async (page: Page) => {
  await page.getByRole("button", { name }).first().click();
  await page.getByRole("dialog").waitFor();
};

/** Every screen, seen by a person who works there. */
export const screens: readonly Screen[] = [
  { path: "/", by: null },
  { path: "/", by: "clerk" },
  { path: "/", by: "admin" },
  { path: "/inbox", by: "clerk" },
  { path: "/cases", by: "admin" },
  { path: "/cases", by: "admin", failing: "**/api/v1/cases?*" },
  { path: "/cases/annual-report-2026-syt", by: "clerk" },
  { path: "/cases/annual-report-2026-syt?tab=progress", by: "clerk" },
  { path: "/cases/annual-report-2026-syt?tab=signatures", by: "clerk" },
  { path: "/cases/annual-report-2026-syt", by: "clerk", failing: "**/api/v1/cases/annual-report-2026-syt" },
  { path: "/cases/annual-report-2026-syt/draft", by: "clerk" },
  { path: "/cases/annual-report-2026-sct", by: "officer" },
  { path: "/cases/annual-report-2026-skhcn", by: "division", open: press(/^(Phê duyệt|Approve)$/) },
  { path: "/cases/annual-report-2026-skhcn", by: "division", open: press(/^(Trả lại|Return)$/) },
  { path: "/cases/consolidated-report-2026", by: "officer" },
  { path: "/cases/consolidated-report-2026?tab=progress", by: "officer" },
  { path: "/cycles", by: "admin" },
  { path: "/cycles/annual-report-2026", by: "admin" },
  {
    path: "/cycles/annual-report-2026",
    by: "officer",
    open: press(/^(Đưa Sở Y tế ra khỏi kỳ|Take Sở Y tế out)/),
  },
  { path: "/cycles/annual-report-2026/desk", by: "officer" },
  { path: `/rounds/${ROUND}`, by: "clerk" },
  { path: `/rounds/${ROUND}`, by: "officer" },
  { path: `/rounds/${ROUND}/desk`, by: "officer" },
  { path: "/settings", by: "admin" },
  { path: "/money", by: "officer" },
  { path: "/money?tab=requests", by: "officer" },
  { path: "/money?tab=lines", by: "officer" },
  { path: "/money?tab=lines&q=xyz", by: "clerk" },
  { path: "/money/lines/recorded-00000000-0000-4000-8000-000000000001", by: "officer" },
  { path: "/money/ceilings", by: "admin" },
  { path: "/delegations", by: "head" },
  { path: "/pipelines", by: "admin" },
  { path: "/pipelines/annual-report", by: "admin" },
  { path: "/pipelines/funding-request", by: "auditor" },
  { path: "/pipelines/annual-report/edit", by: "admin" },
  { path: "/pipelines/new", by: "admin" },
  { path: "/pipelines/annual-report/migrate?to=2", by: "admin" },
  { path: "/calendar-admin", by: "admin" },
  { path: "/people", by: "admin" },
  { path: "/cycles/annual-report-2026/desk", by: "admin" },
  { path: "/stuck", by: "admin" },
  { path: "/stuck", by: "admin", failing: /\/api\/v1\/(stuck|health)/ },
  { path: "/notices", by: "clerk" },
  { path: "/plan/units", by: "auditor" },
  { path: "/plan/tasks", by: "auditor" },
  { path: "/plan/indicators", by: "auditor" },
  { path: "/plan/funding-sources", by: "auditor" },
  { path: "/plan/obligations", by: "auditor" },
  { path: "/plan/calendar-days", by: "auditor" },
  { path: "/no-such-page", by: "clerk" },
];
