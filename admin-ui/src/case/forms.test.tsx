import { createTheme, ThemeProvider } from "@mui/material";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { DataProviderContext, I18nContext, TestMemoryRouter, type DataProvider } from "ra-core";
import { renderToStaticMarkup } from "react-dom/server";
import { MemoryRouter } from "react-router";
import { expect, it, vi } from "vitest";
import type { CaseLineView } from "../../../domain/contracts/case-lines.ts";
import type { CaseView } from "../../../domain/contracts/cases.ts";
import { emptyRequest } from "../../../domain/funding/empty-request.ts";
import { makeList } from "../../../domain/funding/list.ts";
import { consolidate } from "../../../domain/report/consolidate.ts";
import { emptyDraft } from "../../../domain/report/empty-draft.ts";
import { i18nProvider } from "../i18n/i18n-provider.ts";
import { lightTheme } from "../theme/theme.ts";
import { CaseContent } from "./CaseContent.tsx";
import { SummarySheet } from "./SummarySheet.tsx";

// The pages read the language from the browser as soon as they are loaded.
vi.hoisted(() => vi.stubGlobal("localStorage", { getItem: () => null, setItem: () => undefined }));

const opening = { unitCode: "SYT", unitName: "Sở Y tế", window: "next-year", year: 2027 } as const;
const empty = emptyRequest(opening);
const request = {
  head: { ...empty.head, taskCode: "III.3.b.1", title: "Thiết bị", capital: "regular" as const },
  sections: { sources: { rows: [{ id: "a", sourceCode: "IV.1.TX.DP", amounts: { "2027": "1205000000" } }] } },
};
const member = { caseId: "r1", unitCode: "SYT", unitName: "Sở Y tế", contentHash: "h", request };
const editorial = { assessment: "", sections: {} };
const list = makeList({ window: "next-year", year: 2027, members: [member], editorial: {} });
const contents: Record<CaseView["form"], object> = {
  "annual-report": emptyDraft("SYT", 2026),
  "consolidated-report": consolidate({ year: 2026, members: [], missing: [], editorial }),
  "funding-request": request,
  "funding-list": list,
  paper: { sections: {} },
};

const lines = list.lines.map(({ lineId, requested, sourceCode, year }): CaseLineView => ({
  id: lineId,
  unit: "SYT",
  unitName: "Sở Y tế",
  task: "III.3.b.1",
  title: "Thiết bị",
  source: sourceCode,
  year,
  window: "next-year",
  branch: "regular",
  requested,
  appraised: [
    { unit: "STC", unitName: "Sở Tài chính", position: "object", amount: "1000000000", reason: "Ngoài định mức" },
  ],
  differs: true,
  proposed: "1100000000",
  proposedReason: "Giữ phần thiết bị chính",
  status: "referred",
  decided: null,
  reason: "Thẩm quyền HĐND",
  over: null,
  excess: null,
  resolution: null,
  assigned: "0",
  document: null,
  withdrawn: false,
  listCase: null,
  duplicates: [],
}));

/** What the page shows of a case, without its styles and tags. */
function draw(form: CaseView["form"]): string {
  const client = new QueryClient();
  client.setQueryData(["content", form, 1], { body: contents[form], hash: "0".repeat(64) });
  const content = { id: "c", number: 1, hash: "0".repeat(64) };
  const view = {
    id: form,
    form,
    content,
    contents: [content],
    sections: [],
    unit: "SYT",
    unitName: "Sở Y tế",
    lines,
  } as unknown as CaseView;
  return renderToStaticMarkup(
    <TestMemoryRouter>
      <MemoryRouter>
        <QueryClientProvider client={client}>
          <DataProviderContext.Provider value={{} as DataProvider}>
            <I18nContext.Provider value={i18nProvider}>
              <ThemeProvider theme={createTheme(lightTheme)}>
                <SummarySheet view={view} number={1} />
                <CaseContent view={view} />
              </ThemeProvider>
            </I18nContext.Provider>
          </DataProviderContext.Provider>
        </QueryClientProvider>
      </MemoryRouter>
    </TestMemoryRouter>,
  )
    .replaceAll(/<style[\s\S]*?<\/style>/g, "")
    .replaceAll(/<[^>]+>/g, "|")
    .replaceAll(/\|+/g, "|");
}

it.each([
  ["annual-report", /Nhiệm vụ: \d+.*I\. /],
  ["consolidated-report", /Đã tổng hợp 0 đơn vị/],
  ["funding-request", /Đề nghị 1\.205\.000\.000 đồng \(Một tỷ, hai trăm linh năm triệu đồng\)/],
  ["funding-request", /Đơn vị tính: triệu đồng\|.*\|1\.205\|.*Kết quả từng dòng của đề nghị\|.*Chờ HĐND/],
  ["funding-list", /Tổng đề nghị 1\.205\.000\.000 đồng .*1 đề nghị của 1 cơ quan, 1 dòng/],
  ["funding-list", /Thiết bị\|Sở Y tế.*\|1\.205\|Sở Tài chính: 1\.000 \(Không thống nhất\)\|1\.100\|/],
  [
    "funding-list",
    /Sở Tài chính: Ngoài định mức\|Sở KH&amp;CN đề xuất: Giữ phần thiết bị chính\|UBND quyết định: Thẩm quyền HĐND/,
  ],
] as const)("draws a case of the form %s", (form, expected) => {
  expect(draw(form)).toMatch(expected);
});
