import { describe, expect, it } from "vitest";
import { MAX_DRAFT_BYTES, MAX_ROWS, MAX_TEXT_LENGTH } from "../../../domain/report/form-spec.ts";
import { emptyDraft } from "../../../domain/report/empty-draft.ts";
import { jsonBytes } from "../../../domain/report/json-size.ts";
import { normalizeDraft } from "../../../domain/report/normalize.ts";
import { annualReportDraftSchema } from "../../../domain/report/schema.ts";
import { completeReport } from "./complete-report.ts";

const accepts = (draft: unknown): boolean => annualReportDraftSchema.safeParse(draft).success;
const withResult = (result: unknown): unknown => ({ sections: { II: { rows: [{ result }] } } });
const withAmount = (assigned: unknown): unknown => ({ sections: { IV: { rows: [{ assigned }] } } });

describe("what a draft may hold", () => {
  it("is anything half written, of the right type", () => {
    expect(accepts({})).toBe(true);
    expect(accepts({ head: {}, sections: { I: {}, II: { rows: [{}] } } })).toBe(true);
    expect(accepts(completeReport("SYT", 2026))).toBe(true);
  });

  it.each([
    ["a field it does not know", { head: { password: "x" } }],
    ["a section it does not know", { sections: { X: {} } }],
    ["a column it does not know", { sections: { IV: { rows: [{ ratio: 80 }] } } }],
    ["a typed percentage of progress towards a target", { sections: { III: { rows: [{ progress: 80 }] } } }],
    ["a status it does not know", { sections: { II: { rows: [{ status: "finished" }] } } }],
    ["text for a number", { sections: { I: { conferences: "2" } } }],
    ["a number that is none", { sections: { I: { conferences: Number.NaN } } }],
    ["another version of the form", { formVersion: 2 }],
    ["a list", []],
    ["nothing", null],
  ])("is not %s", (_what, draft) => {
    expect(accepts(draft)).toBe(false);
  });

  it("holds money as whole đồng in digits only", () => {
    expect(["0", "1205000000", "9999999999999999"].map(withAmount).every(accepts)).toBe(true);
    expect(["1.205", "-1", "007", "", "1e9", 1205000000, "10000000000000000"].map(withAmount).some(accepts)).toBe(
      false,
    );
  });

  it("takes a text of exactly the longest length and no more", () => {
    expect(accepts(withResult("ă".repeat(MAX_TEXT_LENGTH)))).toBe(true);
    expect(accepts(withResult("ă".repeat(MAX_TEXT_LENGTH + 1)))).toBe(false);
  });

  it("takes no more rows than the form can show", () => {
    const rows = (count: number): unknown => ({
      sections: { VII: { rows: Array.from({ length: count }, () => ({})) } },
    });
    expect([accepts(rows(MAX_ROWS)), accepts(rows(MAX_ROWS + 1))]).toEqual([true, false]);
  });

  it("is measured as a whole in bytes, not in characters", () => {
    const draft = { sections: { VII: { rows: Array.from({ length: 18 }, () => ({ content: "ệ".repeat(19_000) })) } } };
    expect(JSON.stringify(draft).length).toBeLessThan(MAX_DRAFT_BYTES / 2);
    expect(jsonBytes(draft)).toBe(new TextEncoder().encode(JSON.stringify(draft)).length);
    expect(accepts(draft)).toBe(false);
  });
});

describe("one writing for one content", () => {
  it("makes NFC of every text, however deep", () => {
    const decomposed = completeReport("SYT", 2026, { VIII: { narrative: "Tiếp tục ứng dụng".normalize("NFD") } });
    const composed = completeReport("SYT", 2026, { VIII: { narrative: "Tiếp tục ứng dụng" } });
    expect(JSON.stringify(normalizeDraft(decomposed))).toBe(JSON.stringify(normalizeDraft(composed)));
  });

  it("trims, joins line ends, drops what cannot be stored or seen", () => {
    expect(normalizeDraft(withResult("  a\r\nb\rc\u0000\u0007\ud800\td \u00a0"))).toEqual(withResult("a\nb\nc\td"));
    expect(normalizeDraft(withResult("😀"))).toEqual(withResult("😀"));
  });

  it("takes a cleared field for one never filled in, and leaves rows in their places", () => {
    const draft = {
      head: { phone: "  ", preparedBy: null },
      sections: { VII: { rows: [{ content: "" }, { content: "x" }] } },
    };
    expect(normalizeDraft(draft)).toEqual({ head: {}, sections: { VII: { rows: [{}, { content: "x" }] } } });
  });

  it("is done once and for all", () => {
    const once = normalizeDraft(completeReport("H502", 2026));
    expect(normalizeDraft(once)).toEqual(once);
  });

  it("survives a value nested without end and a poisoned key", () => {
    let deep: unknown = "x";
    for (let i = 0; i < 20_000; i += 1) deep = [deep];
    expect(accepts(normalizeDraft(withResult(deep)))).toBe(false);
    expect(accepts(normalizeDraft(JSON.parse('{"__proto__": {"head": {}}}')))).toBe(false);
  });
});

describe("the draft a clerk finds", () => {
  it("lists the tasks the unit leads, and answers nothing", () => {
    const draft = emptyDraft("SYT", 2026);
    expect(draft.sections?.II?.rows?.map((row) => row.taskCode)).toEqual([
      "III.1.1",
      "III.1.2",
      "III.3.b.1",
      "III.3.b.2",
      "V.1.b.1",
      "V.1.b.2",
    ]);
    expect(draft.sections?.II?.rows?.[2]).toEqual({ taskCode: "III.3.b.1", coordinating: "SKHCN" });
    expect(accepts(draft)).toBe(true);
  });

  it("suggests the cut-off of 15/11 with an estimate for the rest of the year", () => {
    expect(emptyDraft("SYT", 2026).head).toEqual({
      year: 2026,
      unitCode: "SYT",
      periodFrom: "2025-12-15",
      periodTo: "2026-11-15",
      includesEstimate: true,
    });
    expect(emptyDraft("SYT", 2024).head?.periodFrom).toBe("2024-04-19");
  });

  it("asks for the indicators from Sở KH&CN and from whoever took its place, not from others", () => {
    const indicators = (unit: string): number => emptyDraft(unit, 2026).sections?.III?.rows?.length ?? 0;
    expect(["SKHCN", "SKHCN_2025", "DN_SKHCN", "SYT", "H502"].map(indicators)).toEqual([10, 10, 10, 0, 0]);
  });
});
