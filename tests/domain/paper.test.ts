import { describe, expect, it } from "vitest";
import { lackingSections, paperSections, textsByName, tidyPaper } from "../../domain/paper/paper.ts";
import { annualReport, fundingList, mayStart } from "../../domain/pipelines/index.ts";
import type { Pipeline } from "../../domain/engine/index.ts";
import { travelRequest } from "../support/travel-request.ts";

const withSections = (sections: string[]): Pipeline => {
  const draft = travelRequest.steps.draft!;
  if (draft.kind !== "submit") throw new Error("the table has changed");
  return { ...travelRequest, steps: { ...travelRequest.steps, draft: { ...draft, sections } } };
};

describe("a paper of plain sections", () => {
  it("takes them from the table, with keys that stand in an address", () => {
    expect(paperSections(travelRequest)).toEqual([
      { key: "ly-do", name: "Lý do" },
      { key: "thoi-gian-ddia-ddiem", name: "Thời gian, địa điểm" },
    ]);
    const alike = paperSections(withSections(["Lý do", "LÝ DO", "???"])).map(({ key }) => key);
    expect(new Set(alike).size).toBe(3);
    expect(paperSections(withSections([]))).toHaveLength(1);
  });

  it("lacks what is empty or blank, and keeps nothing the table does not know", () => {
    const paper = {
      sections: { "ly-do": { text: "  " }, "thoi-gian-ddia-ddiem": { text: "Huế" }, old: { text: "x" } },
    };
    expect(lackingSections(travelRequest, "draft", paper).map(({ name }) => name)).toEqual(["Lý do"]);
    expect(tidyPaper(travelRequest, paper)).toEqual({ sections: { "thoi-gian-ddia-ddiem": { text: "Huế" } } });
    expect(textsByName(travelRequest, paper)).toMatchObject({ "Thời gian, địa điểm": "Huế" });
  });
});

describe("starting a case by oneself", () => {
  const parties = { owner: "SYT", department: "SKHCN" };

  it("is for the post that drafts, in a table that needs no campaign", () => {
    expect(mayStart(travelRequest, parties, { unit: "SYT", role: "specialist" })).toBe(true);
    expect(mayStart(travelRequest, parties, { unit: "SYT", role: "head" })).toBe(false);
    expect(mayStart(travelRequest, parties, { unit: "SCT", role: "specialist" })).toBe(false);
    expect(mayStart(annualReport, parties, { unit: "SYT", role: "specialist" })).toBe(true);
    expect(mayStart(fundingList, parties, { unit: "SKHCN", role: "specialist" })).toBe(false);
  });
});
