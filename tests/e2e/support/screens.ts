import type { Account } from "../../api/support/accounts.ts";

/** Every screen, seen by a person who works there. */
export const screens: readonly { path: string; by: Account | null }[] = [
  { path: "/", by: null },
  { path: "/", by: "clerk" },
  { path: "/", by: "admin" },
  { path: "/inbox", by: "clerk" },
  { path: "/cases", by: "admin" },
  { path: "/cases/annual-report-2026-syt", by: "clerk" },
  { path: "/cases/annual-report-2026-syt?tab=progress", by: "clerk" },
  { path: "/cases/annual-report-2026-syt?tab=signatures", by: "clerk" },
  { path: "/cases/annual-report-2026-syt/draft", by: "clerk" },
  { path: "/cycles", by: "admin" },
  { path: "/cycles/annual-report-2026", by: "admin" },
  { path: "/cycles/annual-report-2026/desk", by: "officer" },
  { path: "/delegations", by: "head" },
  { path: "/stuck", by: "admin" },
  { path: "/notices", by: "clerk" },
  { path: "/plan/units", by: "auditor" },
  { path: "/plan/tasks", by: "auditor" },
  { path: "/plan/indicators", by: "auditor" },
  { path: "/plan/funding-sources", by: "auditor" },
  { path: "/plan/obligations", by: "auditor" },
  { path: "/plan/calendar-days", by: "auditor" },
  { path: "/no-such-page", by: "clerk" },
];
