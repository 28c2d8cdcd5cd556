import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factsOf } from "../../../domain/funding/request-facts.ts";
import { fundingRequestSchema } from "../../../domain/funding/request-schema.ts";
import { normalizeRequest } from "../../../domain/funding/normalize-request.ts";
import { pasteCosts } from "../../../domain/funding/paste-costs.ts";
import { requestedLines } from "../../../domain/funding/request-lines.ts";
import { requestSummaryLines, summaryOfRequest } from "../../../domain/funding/request-summary.ts";
import { sumsOf } from "../../../domain/funding/request-sums.ts";
import { initialSettings } from "../../../domain/settings/index.ts";
import { settingsOn } from "../../../domain/funding/settings.ts";
import { FUNDING_YEARS, yearsOfWindow } from "../../../domain/funding/windows.ts";
import { completeRequest, investmentRequest } from "./complete-request.ts";

describe("line ids", () => {
  const ids = (request: ReturnType<typeof completeRequest>) => request.sections?.costs?.rows?.map(({ id }) => id);

  it("stay with their lines when others come, go or move", () => {
    const request = completeRequest();
    const [first, second] = request.sections?.costs?.rows ?? [];
    const moved = normalizeRequest({
      ...request,
      sections: { ...request.sections, costs: { rows: [second!, { content: "Dòng mới" }, first!] } },
    });
    expect(ids(moved)).toEqual([second?.id, expect.any(String), first?.id]);
    expect(new Set(ids(moved)).size).toBe(3);
  });

  it("are never given again after a line is gone", () => {
    const request = completeRequest();
    const gone = request.sections?.costs?.rows?.at(-1)?.id;
    const rows = request.sections?.costs?.rows?.slice(0, 1) ?? [];
    const without = normalizeRequest({ ...request, sections: { ...request.sections, costs: { rows } } });
    const again = normalizeRequest({
      ...without,
      sections: { ...without.sections, costs: { rows: [...rows, { content: "Dòng mới" }] } },
    });
    expect(ids(again)).not.toContain(gone);
  });

  it("of a copied line are its own", () => {
    const request = completeRequest();
    const [row] = request.sections?.costs?.rows ?? [];
    const copied = normalizeRequest({ ...request, sections: { ...request.sections, costs: { rows: [row!, row!] } } });
    expect(new Set(ids(copied)).size).toBe(2);
  });

  it("do not change what is already normal: the hash of the content stays", () => {
    const request = completeRequest();
    expect(normalizeRequest(request)).toEqual(request);
    expect(fundingRequestSchema.parse(request)).toEqual(request);
  });
});

describe("the schema", () => {
  it.each([
    { head: { window: "next-week" } },
    { sections: { costs: { rows: [{ price: "1.5" }] } } },
    { sections: { costs: { rows: [{ price: 5 }] } } },
    { sections: { costs: { rows: [{ quantity: "1,5" }] } } },
    { sections: { sources: { rows: [{ amounts: { "2031": "1" } }] } } },
    { sections: { costs: { rows: Array.from({ length: 501 }, () => ({})) } } },
    { extra: 1 },
  ])("refuses %j", (draft) => {
    expect(fundingRequestSchema.safeParse(draft).success).toBe(false);
  });
});

describe("sums", () => {
  const dong = fc.bigInt({ min: 0n, max: 99_999_999_999n }).map(String);
  const row = fc.record({
    sourceCode: fc.constantFrom("IV.1.TX.TW", "IV.1.TX.DP", "IV.2", "IV.3.1"),
    amounts: fc.record({ "2026": dong, "2027": dong, "2028": dong, "2030": dong }),
  });

  it("agree by row, by column and in total, and every đồng is asked for, planned or recorded", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
        const sums = sumsOf(completeRequest({}, { sources: { rows } }));
        const total = BigInt(sums.grandTotal);
        const added = (amounts: Iterable<string>) => [...amounts].reduce((sum, amount) => sum + BigInt(amount), 0n);
        expect(added(sums.bySource.values())).toBe(total);
        expect(added(FUNDING_YEARS.map((year) => sums.byYear[year]))).toBe(total);
        expect(added([sums.requested, sums.later, sums.offBudget])).toBe(total);
      }),
    );
  });

  it("of the lines asked for are what is requested", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
        const request = completeRequest({}, { sources: { rows } });
        const lines = requestedLines("r", request);
        expect(lines.reduce((sum, line) => sum + BigInt(line.requested), 0n)).toBe(BigInt(sumsOf(request).requested));
        expect(new Set(lines.map(({ lineId }) => lineId)).size).toBe(lines.length);
      }),
    );
  });
});

describe("a window", () => {
  it("decides on its own years", () => {
    expect(yearsOfWindow("next-year", 2027)).toEqual([2027]);
    expect(yearsOfWindow("investment-term", 2024)).toEqual([2024, 2025]);
    expect(yearsOfWindow("investment-term", 2027)).toEqual([2027, 2028, 2029, 2030]);
  });

  it("makes one line per source and year of it", () => {
    expect(requestedLines("r1", investmentRequest()).map(({ year, requested }) => [year, requested])).toEqual([
      [2027, "1000000000"],
      [2028, "205000000"],
    ]);
  });
});

describe("what others see of a request", () => {
  it("is its amount, in figures and words, and its aim", () => {
    const summary = summaryOfRequest(completeRequest());
    expect(requestSummaryLines(summary, "vi").slice(0, 2)).toEqual([
      "Đề nghị 1.205.000.000 đồng (Một tỷ, hai trăm linh năm triệu đồng).",
      "Dự toán năm sau 2027; chi thường xuyên.",
    ]);
    expect(requestSummaryLines(summary, "en")).toHaveLength(5);
  });

  it("decides the path by amount and kind", () => {
    const settings = { ...settingsOn("2026-06-15"), largeRequest: "1205000000" };
    expect(factsOf(completeRequest(), settings)).toMatchObject({ amount: 1_205_000_000, large: true });
    expect(factsOf(investmentRequest(), settings)).toMatchObject({ regular: false, investment: true });
  });

  it("is judged by the settings of its day", () => {
    const later = { key: "large-request", from: "2027-01-01", value: "1" } as const;
    const rows = [later, ...initialSettings];
    expect(settingsOn("2026-12-31", rows).largeRequest).toBe(settingsOn("2026-06-15").largeRequest);
    expect(settingsOn("2027-01-01", rows).largeRequest).toBe("1");
  });
});

describe("a block pasted from a spreadsheet", () => {
  it("fills table B", () => {
    const text = "Kít\tbộ\t100,5\t10.000.000\t1.005.000.000\tIV.1.TX.DP\tBáo giá\r\nTập huấn\tlớp\t4\t50.000.000\n";
    const { rows, problems } = pasteCosts(text, { row: 0 });
    expect(problems).toEqual([]);
    expect(rows).toEqual([
      {
        content: "Kít",
        unit: "bộ",
        quantity: "100.5",
        price: "10000000",
        amount: "1005000000",
        sourceCode: "IV.1.TX.DP",
        norm: "Báo giá",
      },
      { content: "Tập huấn", unit: "lớp", quantity: "4", price: "50000000" },
    ]);
  });

  it("reads an English sheet as such, and names the cells it cannot read", () => {
    const { rows, problems } = pasteCosts("100.5\t10,000,000\t1,005,000,000\n2\t1.5.5\t", {
      row: 7,
      column: "quantity",
    });
    expect(rows).toEqual([{ quantity: "100.5", price: "10000000", amount: "1005000000" }, { quantity: "2" }]);
    expect(problems.map(({ path, code }) => [path, code])).toEqual([["sections.costs.rows.8.price", "not-whole-dong"]]);
  });
});
