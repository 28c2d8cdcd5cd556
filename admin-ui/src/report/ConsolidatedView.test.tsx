import { ThemeProvider } from "@mui/material";
import { I18nContext } from "ra-core";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { consolidate, type ConsolidationMember } from "../../../domain/report/consolidate.ts";
import type { DraftSections } from "../../../domain/report/schema.ts";
import { i18nProvider } from "../i18n/i18n-provider.ts";
import { lightTheme } from "../theme/theme.ts";
import { ConsolidatedView } from "./ConsolidatedView.tsx";

// The pages read the language from the browser as soon as they are loaded.
vi.hoisted(() => vi.stubGlobal("localStorage", { getItem: () => null, setItem: () => undefined }));

const member = (unitCode: string, unitName: string, sections: DraftSections): ConsolidationMember => ({
  unitCode,
  unitName,
  caseId: `annual-report-2026-${unitCode}`,
  contentHash: unitCode,
  report: { sections },
});

const money = { taskCode: "III.3.b.1", sourceCode: "IV.2", assigned: "700000000", spent: "0", disbursed: "0" };
const report = consolidate({
  year: 2026,
  members: [
    member("SYT", "Sở Y tế", {
      I: { conferences: 3, plans: [{ number: "15/KH-SYT", abstract: "Kế hoạch năm của ngành" }] },
      II: { rows: [{ taskCode: "III.1.1", result: "Đã tập huấn 12 trạm", status: "done", progress: 100 }] },
      III: { rows: [{ indicatorCode: "II.2.a.1a", assessment: "Đang hình thành" }] },
      IV: { rows: [money] },
      VI: { strengths: "Kịp thời" },
      VII: { rows: [{ content: "Thiếu phòng xét nghiệm", proposal: "Bố trí vốn" }] },
      VIII: { narrative: "Mở rộng sang tuyến xã" },
    }),
    member("SCT", "Sở Công Thương", {
      II: { rows: [{ taskCode: "III.1.1", result: "Đã hỗ trợ 4 doanh nghiệp", status: "in-progress" }] },
      VII: { nothingToReport: true },
      IX: { proposals: [{ to: "UBND tỉnh", content: "Giao bổ sung biên chế" }] },
    }),
  ],
  missing: [{ unitCode: "STC", unitName: "Sở Tài chính", reason: "Xin gia hạn" }],
  editorial: { assessment: "Nhìn chung khá", sections: { II: "Tiến độ đạt yêu cầu" } },
});

const page = renderToStaticMarkup(
  <I18nContext.Provider value={i18nProvider}>
    <ThemeProvider theme={lightTheme}>
      <ConsolidatedView report={report} />
    </ThemeProvider>
  </I18nContext.Provider>,
);
const text = page
  .replaceAll(/<style[\s\S]*?<\/style>/g, "")
  .replaceAll(/<[^>]+>/g, "|")
  .replaceAll(/\|+/g, "|");

it.each([
  [
    "a task, for each agency that answers for it",
    /III\.1\.1\. .*\|Sở Y tế\|Đã tập huấn 12 trạm\|.*\|Sở Công Thương\|Đã hỗ trợ 4 doanh nghiệp\|/,
  ],
  ["an indicator", /II\.2\.a\.1a\. [^|]*\|Cơ quan\|[^.]*\|Sở Y tế\|[^.]*Đang hình thành\|/],
  ["plans issued", /\|Sở Y tế\|15\/KH-SYT\|Kế hoạch năm của ngành\|/],
  ["money, under its source", /IV\.2\. [^|]*\|700\.000\.000\|.*\|– Sở Y tế\|700\.000\.000\|/],
  ["obstacles", /\|Sở Y tế\|Thiếu phòng xét nghiệm\|/],
  ["proposals", /\|Sở Công Thương\|UBND tỉnh\|Giao bổ sung biên chế\|/],
  ["texts", /Ưu điểm\|Sở Y tế\|Kịp thời\|.*\|Sở Y tế\|Mở rộng sang tuyến xã\|/],
  ["nothing to report", /Không phát sinh: Sở Công Thương\./],
  ["no report at all", /\|Sở Tài chính\|Xin gia hạn\|/],
])("tells who wrote %s", (_what, expected) => {
  expect(text).toMatch(expected);
});

it("puts the department's words before the agencies'", () => {
  expect(text).toMatch(/Nhìn chung khá.*Tiến độ đạt yêu cầu\|.*III\.1\.1\. /);
});
