import { describe, expect, it } from "vitest";
import { canEditDraft, canOpenCampaign, canSeeCase, canSeeContent, grantsOf } from "../../../domain/rights/index.ts";
import { dossierInput, reportInput, specialist, Story, submit } from "../engine/scenario.ts";
import type { Role } from "../../../domain/engine/index.ts";

const seats = { department: "SKHCN", office: "VP_UBND", committee: "UBND_TINH" };
const post = (unit: string, role: Role) => [{ unit, role }];

describe("who sees a case", () => {
  it.each([
    ["its own agency", post("SYT", "specialist"), true],
    ["another agency", post("STC", "head"), false],
    ["Sở KH&CN", post("SKHCN", "specialist"), true],
    ["UBND", post("UBND_TINH", "vice-chair"), true],
    ["an auditor", post("TTT", "auditor"), true],
    ["an administrator", post("SKHCN", "admin"), true],
    ["nobody without a post", [], false],
  ])("%s", (_, posts, sees) => {
    expect(canSeeCase(posts, reportInput, seats)).toBe(sees);
  });

  it("does not let an administrator read the report itself", () => {
    expect(canSeeContent(post("SYT", "admin"), reportInput, seats)).toBe(false);
    expect(canSeeContent(post("SYT", "head"), reportInput, seats)).toBe(true);
  });
});

describe("who edits a draft", () => {
  it("is the holder of the drafting step, while it is open", () => {
    const story = new Story(reportInput);
    expect(canEditDraft([specialist.post], reportInput, story.state)).toBe(true);
    expect(canEditDraft(post("SYT", "head"), reportInput, story.state)).toBe(false);
    expect(canEditDraft([specialist.post], reportInput, story.when(specialist, submit()).state)).toBe(false);
  });

  it("is Sở KH&CN for the dossier", () => {
    expect(canEditDraft(post("SKHCN", "specialist"), dossierInput, new Story(dossierInput).state)).toBe(true);
  });
});

describe("grants", () => {
  it("follow from posts", () => {
    expect(grantsOf(post("SYT", "specialist"), seats)).toEqual(["work"]);
    expect(grantsOf(post("SKHCN", "specialist"), seats)).toEqual(["work", "consolidate", "oversee"]);
    expect(grantsOf(post("UBND_TINH", "vice-chair"), seats)).toEqual(["work", "decide", "oversee"]);
    expect(grantsOf(post("SKHCN", "admin"), seats)).toEqual(["oversee", "administer"]);
    expect(grantsOf(post("TTT", "auditor"), seats)).toEqual(["oversee", "audit"]);
  });

  it("let the department and administrators open a cycle", () => {
    expect(
      [post("SKHCN", "head"), post("SKHCN", "admin"), post("SYT", "head")].map((p) => canOpenCampaign(p, seats)),
    ).toEqual([true, true, false]);
  });
});
