import { describe, expect, it } from "vitest";
import { canEditDraft, canOpenCampaign, canReadVersion, canSeeCase, grantsOf } from "../../../domain/rights/index.ts";
import {
  admin,
  dossierInput,
  inputOf,
  reportInput,
  sentReport,
  specialist,
  Story,
  submit,
} from "../engine/scenario.ts";
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
    expect(canSeeCase(posts, new Story(reportInput), seats)).toBe(sees);
  });

  it("is not an agency that could sit but has no seat by the table", () => {
    const parties = { ...reportInput.parties, finance: "STC", planning: "SKHDT" };
    const story = new Story(inputOf(reportInput.pipeline, { parties }));
    expect(canSeeCase(post("STC", "specialist"), story, seats)).toBe(false);
    expect(canSeeCase(post("SKHDT", "head"), story, seats)).toBe(false);
  });
});

describe("who reads a version", () => {
  const inside = new Story(reportInput).when(specialist, submit());
  const sent = sentReport();
  it.each([
    ["its own agency", post("SYT", "head"), true, true],
    ["Sở KH&CN", post("SKHCN", "specialist"), false, true],
    ["UBND", post("UBND_TINH", "vice-chair"), false, true],
    ["another agency", post("STC", "head"), false, false],
    ["an auditor", post("TTT", "auditor"), true, true],
    ["an administrator, even of the agency", post("SYT", "admin"), false, false],
  ])("%s", (_, posts, before, after) => {
    expect(canReadVersion(posts, inside, seats, 1)).toBe(before);
    expect(canReadVersion(posts, sent, seats, 1)).toBe(after);
  });
});

describe("who edits a draft", () => {
  const by = (posts: { unit: string; role: Role }[], personId = "anybody") => ({ posts, personId });

  it("is one person alone once the work was given to that person", () => {
    const to = { ...specialist.post, personId: "second" };
    const story = new Story(reportInput).when(admin, { verb: "reassign", to, reason: "Nghỉ phép" });
    expect(canEditDraft(by([specialist.post]), story)).toBe(false);
    expect(canEditDraft(by([specialist.post], "second"), story)).toBe(true);
  });

  it("is the holder of the drafting step, while it is open", () => {
    const story = new Story(reportInput);
    expect(canEditDraft(by([specialist.post]), story)).toBe(true);
    expect(canEditDraft(by(post("SYT", "head")), story)).toBe(false);
    expect(canEditDraft(by([specialist.post]), story.when(specialist, submit()))).toBe(false);
  });

  it("is Sở KH&CN for the dossier", () => {
    expect(canEditDraft(by(post("SKHCN", "specialist")), new Story(dossierInput))).toBe(true);
  });
});

describe("grants", () => {
  it("follow from posts", () => {
    expect(grantsOf(post("SYT", "specialist"), seats)).toEqual(["work"]);
    expect(grantsOf(post("SKHCN", "specialist"), seats)).toEqual(["work", "consolidate", "desk", "oversee"]);
    expect(grantsOf(post("SKHCN", "records-clerk"), seats)).toEqual(["work", "desk", "oversee"]);
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
