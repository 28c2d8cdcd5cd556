import { describe, expect, it } from "vitest";
import { checkRequest, type RequestContext } from "../../../domain/funding/check-request.ts";
import { FUNDING_PROBLEM_CODES, blocks } from "../../../domain/funding/funding-problem.ts";
import { FUNDING_PROBLEM_TEXTS, fundingProblemText } from "../../../domain/funding/funding-problem-texts.ts";
import type { CostRow, FundingRequest, RequestHead, RequestSections } from "../../../domain/funding/request-schema.ts";
import { settingsOn } from "../../../domain/funding/settings.ts";
import { completeRequest, context, investmentRequest } from "./complete-request.ts";

const found = (request: FundingRequest, over: Partial<RequestContext> = {}) =>
  checkRequest(request, { ...context, ...over }).map(({ path, code, severity }) => [path, code, severity]);
const withHead = (head: RequestHead) => found(completeRequest(head));
const withSections = (sections: RequestSections) => found(completeRequest({}, sections));

const cost = {
  content: "Kít",
  unit: "bộ",
  quantity: "1",
  price: "1205000000",
  sourceCode: "IV.1.TX.DP",
  norm: "Báo giá",
};
const costs = (...rows: CostRow[]) => ({ costs: { basis: "Thuyết minh", rows } });
const asked = (amounts: Record<string, string>, sourceCode = "IV.1.TX.DP") => ({ sourceCode, amounts });

describe("a complete request", () => {
  it("may be sent", () => {
    expect(found(completeRequest())).toEqual([]);
    expect(found(investmentRequest())).toEqual([]);
  });

  it("is told everything that is missing, by place", () => {
    const problems = found({ formVersion: 1 });
    expect(problems.map(([path]) => path)).toEqual([
      "head.unitCode",
      "head.window",
      "head.year",
      "head.capital",
      "head.taskCode",
      "head.title",
      "head.start",
      "head.end",
      "head.executor",
      "head.preparedBy",
      "head.phone",
      "sections.grounds.rows",
      "sections.content.necessity",
      "sections.content.objectives",
      "sections.content.scope",
      "sections.content.products",
      "sections.costs.basis",
      "sections.sources.rows",
      "sections.costs.rows",
      "sections.sources.rows",
      "sections.placed.none",
    ]);
  });
});

describe("rule 1: table B is table A", () => {
  it("holds source by source, not only in total", () => {
    const sections = {
      sources: {
        rows: [asked({ "2027": "1000000000" }), asked({ "2027": "205000000" }, "IV.1.TX.TW")],
      },
      ...costs({ ...cost, price: "205000000" }, { ...cost, price: "1000000000", sourceCode: "IV.1.TX.TW" }),
    };
    expect(withSections(sections)).toEqual([
      ["sections.sources.rows", "costs-differ-from-sources", "block"],
      ["sections.sources.rows", "costs-differ-from-sources", "block"],
    ]);
  });

  it("is judged in đồng: a difference that triệu đồng would hide is found", () => {
    expect(withSections(costs({ ...cost, price: "1205000001" }))).toEqual([
      ["sections.sources.rows", "costs-differ-from-sources", "block"],
    ]);
  });
});

describe("rule 2: amount is quantity × price", () => {
  it("finds a stated amount that is not the product", () => {
    expect(withSections(costs({ ...cost, amount: "1205000001" }))).toEqual([
      ["sections.costs.rows.0.amount", "product-differs", "block"],
    ]);
  });

  it("refuses a product that is not whole đồng instead of rounding it", () => {
    const problems = withSections(costs(cost, { ...cost, quantity: "0.3333", price: "100" }));
    expect(problems).toEqual([["sections.costs.rows.1.amount", "product-not-whole", "block"]]);
  });

  it("refuses an amount nobody could have meant", () => {
    const problems = withSections(costs(cost, { ...cost, quantity: "999999999999" }));
    expect(problems).toEqual([["sections.costs.rows.1.amount", "amount-too-large", "block"]]);
  });
});

describe("rule 5: investment capital needs its policy", () => {
  it.each(["block", "warn"] as const)("and the setting says whether that is a %s", (severity) => {
    const settings = { ...settingsOn("2026-06-15"), investmentWithoutPolicy: severity };
    expect(found(investmentRequest({ approvals: {} }), { settings })).toEqual([
      ["sections.approvals.policyNumber", "investment-policy-needed", severity],
    ]);
  });

  it("whole: number, date, issuer and abstract", () => {
    expect(found(investmentRequest({ approvals: { policyNumber: "12/NQ-HĐND", policyDate: "2026-02-30" } }))).toEqual([
      ["sections.approvals.policyIssuer", "citation-incomplete", "block"],
      ["sections.approvals.policyAbstract", "citation-incomplete", "block"],
      ["sections.approvals.policyDate", "date-invalid", "block"],
    ]);
  });

  it("and money of a programme its approving decision", () => {
    const programme = completeRequest(
      { capital: "programme" },
      { sources: { rows: [asked({ "2027": "1205000000" }, "IV.2")] }, ...costs({ ...cost, sourceCode: "IV.2" }) },
    );
    expect(found(programme)).toEqual([["sections.approvals.programmeNumber", "programme-decision-needed", "block"]]);
  });
});

describe("rule 7: IV.3 is recorded, not requested", () => {
  it("is said beside a request that has both", () => {
    const both = {
      sources: { rows: [asked({ "2027": "1205000000" }), asked({ "2027": "5" }, "IV.3.1")] },
      ...costs(cost, { ...cost, price: "5", sourceCode: "IV.3.1" }),
    };
    expect(withSections(both)).toEqual([["sections.sources.rows", "off-budget-recorded", "warn"]]);
  });

  it("cannot be all that is asked for", () => {
    const only = {
      sources: { rows: [asked({ "2027": "1205000000" }, "IV.3.1")] },
      ...costs({ ...cost, sourceCode: "IV.3.1" }),
    };
    expect(withSections(only)).toContainEqual(["sections.sources.rows", "nothing-requested", "block"]);
  });
});

describe("rule 8: the same money is not asked for twice unnoticed", () => {
  const other = {
    requestId: "r2",
    title: "Đề nghị khác",
    taskCode: "III.3.b.1",
    sourceCode: "IV.1.TX.DP",
    year: 2027,
    amount: "1",
  };

  it("warns of an open request for the same task, source and year, and of no other", () => {
    const others = [
      other,
      { ...other, taskCode: "III.3.b.2" },
      { ...other, year: 2026 },
      { ...other, sourceCode: "IV.2" },
    ];
    expect(found(completeRequest(), { others })).toEqual([
      ["sections.sources.rows.0.amounts.2027", "duplicate-request", "warn"],
    ]);
  });

  it("wants an answer about other sources, and an explanation where the source is the same", () => {
    const row = { sourceCode: "IV.1.TX.DP", year: 2027, amount: "7", document: "15/QĐ-UBND" };
    expect(withSections({ placed: {} })).toEqual([["sections.placed.none", "placed-unanswered", "block"]]);
    expect(withSections({ placed: { none: true, rows: [row] } })).toEqual([
      ["sections.placed.none", "placed-but-none", "block"],
    ]);
    expect(withSections({ placed: { rows: [row] } })).toEqual([
      ["sections.placed.rows.0.difference", "already-placed", "warn"],
    ]);
    expect(withSections({ placed: { rows: [{ ...row, difference: "Khác địa bàn" }] } })).toEqual([]);
  });
});

describe("rule 9: dates", () => {
  it.each([
    [{ start: "2027-02-30" }, "head.start", "date-invalid"],
    [{ end: "2031-01-01" }, "head.end", "date-out-of-range"],
    [{ start: "2027-06-02", end: "2027-06-01" }, "head.end", "end-before-start"],
  ])("%j is refused", (head, path, code) => {
    expect(withHead(head)).toEqual([[path, code, "block"]]);
  });
});

describe("rule 11: citations", () => {
  it("need number, date, issuer and abstract", () => {
    const rows = [{ number: "36-NQ/TW", date: "2023-01-30" }, {}];
    expect(withSections({ grounds: { rows } })).toEqual([
      ["sections.grounds.rows.0.issuer", "citation-incomplete", "block"],
      ["sections.grounds.rows.0.abstract", "citation-incomplete", "block"],
      ["sections.grounds.rows.1", "empty-row", "block"],
    ]);
  });
});

describe("what the request aims at", () => {
  it.each([
    [{ unitCode: "STC" }, "head.unitCode", "unit-differs"],
    [{ taskCode: "III.9" }, "head.taskCode", "task-unknown"],
    [{ taskCode: "III.3.đ.5" }, "head.taskCode", "task-secret"],
    [{ window: "investment-year" as const }, "head.window", "window-not-of-kind"],
  ])("%j is refused", (head, path, code) => {
    expect(withHead(head)).toEqual([[path, code, "block"]]);
  });

  it("must be what its round is for", () => {
    const round = { window: "in-year", year: 2026 } as const;
    expect(found(completeRequest(), { round })).toEqual([
      ["head.window", "round-differs", "block"],
      ["head.year", "round-differs", "block"],
    ]);
    expect(found(completeRequest(), { round: { window: "next-year", year: 2027 } })).toEqual([]);
  });

  it("must be drawn from leaves of its own branch of the funding tree, each once", () => {
    const rows = [asked({ "2027": "1205000000" }), asked({ "2027": "1" }), asked({ "2027": "1" }, "IV.1.TX")];
    const sections = { sources: { rows: [...rows, asked({ "2027": "1" }, "IV.1.DT.DP"), asked({}, "IV.9")] } };
    expect(withSections(sections).filter(([path]) => String(path).startsWith("sections.sources.rows."))).toEqual([
      ["sections.sources.rows.1.sourceCode", "duplicate-row", "block"],
      ["sections.sources.rows.2.sourceCode", "source-too-general", "block"],
      ["sections.sources.rows.3.sourceCode", "source-not-of-kind", "block"],
      ["sections.sources.rows.4.total", "required", "block"],
      ["sections.sources.rows.4.sourceCode", "source-unknown", "block"],
    ]);
  });

  it("asks nothing of years that are over", () => {
    const rows = [asked({ "2026": "5000000", "2027": "1200000000" })];
    expect(withSections({ sources: { rows } })).toEqual([
      ["sections.sources.rows.0.amounts.2026", "year-before-window", "block"],
    ]);
  });
});

describe("the texts", () => {
  it("say in both languages what is wrong, with every parameter filled in", () => {
    expect(Object.keys(FUNDING_PROBLEM_TEXTS).sort()).toEqual([...FUNDING_PROBLEM_CODES].sort());
    const problems = checkRequest(completeRequest({ window: "in-year", year: 2026 }), {
      ...context,
      round: { window: "next-year", year: 2027 },
    });
    expect(blocks(problems)).toBe(true);
    for (const problem of problems) {
      expect(fundingProblemText(problem, "vi")).not.toMatch(/[{}]/);
      expect(fundingProblemText(problem, "en")).not.toMatch(/[{}]/);
    }
    const [first] = problems;
    expect(first && fundingProblemText(first, "vi")).toBe(
      "Cửa sổ ngân sách: Đợt này lập cho: Dự toán năm sau, năm 2027. Sửa lại hoặc lập đề nghị ngoài đợt.",
    );
  });

  it("use the same parameters in both languages", () => {
    const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    for (const { vi, en } of Object.values(FUNDING_PROBLEM_TEXTS)) expect(names(vi)).toEqual(names(en));
  });
});
