import { ThemeProvider } from "@mui/material";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { DataProviderContext, I18nContext, TestMemoryRouter, testDataProvider } from "ra-core";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import type { CaseView } from "../../../domain/contracts/cases.ts";
import { emptyRequest } from "../../../domain/funding/empty-request.ts";
import { makeList } from "../../../domain/funding/list.ts";
import { consolidate } from "../../../domain/report/consolidate.ts";
import { emptyDraft } from "../../../domain/report/empty-draft.ts";
import { i18nProvider } from "../i18n/i18n-provider.ts";
import { lightTheme } from "../theme/theme.ts";
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
type Summed = Exclude<CaseView["form"], "paper">;
const contents: Record<Summed, object> = {
  "annual-report": emptyDraft("SYT", 2026),
  "consolidated-report": consolidate({ year: 2026, members: [], missing: [], editorial }),
  "funding-request": request,
  "funding-list": makeList({ window: "next-year", year: 2027, members: [member], editorial: {} }),
};

function draw(form: Summed): string {
  const client = new QueryClient();
  client.setQueryData(["content", form, 1], { body: contents[form] });
  return renderToStaticMarkup(
    <TestMemoryRouter>
      <QueryClientProvider client={client}>
        <I18nContext.Provider value={i18nProvider}>
          <ThemeProvider theme={lightTheme}>
            <DataProviderContext.Provider value={testDataProvider()}>
              <SummarySheet view={{ id: form, form }} number={1} />
            </DataProviderContext.Provider>
          </ThemeProvider>
        </I18nContext.Provider>
      </QueryClientProvider>
    </TestMemoryRouter>,
  );
}

it.each([
  ["annual-report", /Nhiệm vụ: \d+/],
  ["consolidated-report", /0 đơn vị/],
  ["funding-request", /Đề nghị 1\.205\.000\.000 đồng \(Một tỷ, hai trăm linh năm triệu đồng\)/],
  ["funding-list", /Tổng đề nghị 1\.205\.000\.000 đồng .*1 đề nghị của 1 cơ quan, 1 dòng/s],
] as const)("sums up a case of the form %s", (form, expected) => {
  expect(draw(form)).toMatch(expected);
});
