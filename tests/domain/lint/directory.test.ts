import { describe, expect, it } from "vitest";
import type { Pipeline, Role } from "../../../domain/engine/index.ts";
import { lintAgainstDirectory, findingText, type HeldPost, type Seating } from "../../../domain/lint/index.ts";
import { annualReport, fundingList } from "../../../domain/pipelines/index.ts";
import { goodTable, withStep } from "./good-table.ts";

const TODAY = "2026-11-24";
const post = (unit: string, role: Role, personId = `${role}@${unit}`, over: Partial<HeldPost> = {}): HeldPost => ({
  unit,
  role,
  personId,
  from: "2024-01-01",
  to: null,
  ...over,
});

const seating = (over: Partial<Seating["parties"]> = {}, settings: Seating["settings"] = {}): Seating => ({
  parties: { owner: "SYT", department: "SKHCN", office: "VP_UBND", committee: "UBND_TINH", ...over },
  settings: { contentReview: true, ...settings },
});

const staff = [
  post("SYT", "specialist"),
  post("SYT", "division-head"),
  post("SYT", "head"),
  post("SYT", "records-clerk"),
  post("SKHCN", "specialist"),
  post("SKHCN", "division-head"),
];

const findings = (posts: HeldPost[], seats = seating(), table = annualReport) =>
  lintAgainstDirectory(table, seats, posts, TODAY).map(({ code, step, data }) => ({ code, step, data }));

const without = (...roles: Role[]) => staff.filter((one) => one.unit !== "SYT" || !roles.includes(one.role));

describe("a table against the directory", () => {
  it("finds nothing where every post has somebody who can act", () => {
    expect(findings(staff)).toEqual([]);
  });

  it("names the step and the unit where nobody holds the post", () => {
    const data = { unit: "SYT", roles: ["records-clerk"] };
    expect(findings(without("records-clerk"))).toEqual([{ code: "nobody-holds-post", step: "dispatch", data }]);
  });

  it("counts a post from its first day to the day before its last", () => {
    const clerk = (over: Partial<HeldPost>) => [...without("records-clerk"), post("SYT", "records-clerk", "c", over)];
    expect(findings(clerk({ from: TODAY }))).toEqual([]);
    expect(findings(clerk({ to: "2026-11-25" }))).toEqual([]);
    expect(findings(clerk({ from: "2026-11-25" }))).toHaveLength(1);
    expect(findings(clerk({ to: TODAY }))).toHaveLength(1);
  });

  it("asks only for the steps that the settings lead through", () => {
    expect(findings(without("division-head"))).toMatchObject([{ code: "nobody-holds-post", step: "review" }]);
    expect(findings(without("division-head"), seating({}, { contentReview: false }))).toEqual([]);
  });

  it("finds the only holder who would have written what is decided", () => {
    const both = [...without("division-head"), post("SYT", "division-head", "specialist@SYT")];
    const data = { unit: "SYT", roles: ["division-head"], author: "draft" };
    expect(findings(both)).toEqual([{ code: "only-holder-is-author", step: "review", data }]);
    expect(findings([...both, post("SYT", "division-head", "another")])).toEqual([]);
    expect(findings([...both, post("SYT", "specialist", "another")])).toEqual([]);
  });

  it("finds that Sở KH&CN cannot receive its own report with one specialist", () => {
    const own = ["specialist", "head", "records-clerk", "division-head"].map((role) => post("SKHCN", role as Role));
    const seats = seating({ owner: "SKHCN" }, { contentReview: false });
    expect(findings(own, seats)).toMatchObject([{ code: "only-holder-is-author", step: "intake" }]);
    expect(findings([...own, post("SKHCN", "specialist", "second")], seats)).toEqual([]);
  });

  it("warns where nobody would hear that a step is overdue", () => {
    const found = lintAgainstDirectory(annualReport, seating(), staff.slice(0, -1), TODAY);
    const data = { unit: "SKHCN", roles: ["division-head"] };
    expect(found).toMatchObject([{ code: "nobody-to-escalate-to", severity: "warning", step: "intake", data }]);
  });

  it("finds the only one of a consulted unit who wrote what is asked about", () => {
    const asking = structuredClone<Pipeline>(fundingList);
    Object.assign(asking.steps.opinions!, { from: [{ party: "department", roles: ["specialist"] }] });
    const alone = findings(staff, seating(), asking).filter(({ step }) => step === "opinions");
    expect(alone).toMatchObject([
      { code: "only-holder-is-author", data: { unit: "SKHCN", author: "consolidate" } },
      { code: "nobody-to-escalate-to", data: { unit: "SKHCN", roles: ["head"] } },
    ]);
    const two = findings([...staff, post("SKHCN", "specialist", "second")], seating(), asking);
    expect(two.filter(({ step, code }) => step === "opinions" && code === "only-holder-is-author")).toEqual([]);
  });

  it("finds a quorum above the number of holders", () => {
    const posts = [...staff, post("SYT", "division-head", "second")];
    const found = findings(posts, seating(), goodTable).find(({ code }) => code === "quorum-above-holders");
    expect(found).toMatchObject({ step: "council", data: { quorum: 3, holders: 2, unit: "SYT" } });
  });

  it("finds a seat without a unit, except where an opinion would be asked of it", () => {
    const codes = findings(staff, seating(), goodTable).filter(({ code }) => code === "party-not-seated");
    expect(codes).toEqual([]);
    const noCommittee: Seating = { ...seating(), parties: { owner: "SYT", department: "SKHCN" } };
    expect(findings(staff, noCommittee, goodTable)).toContainEqual({
      code: "party-not-seated",
      step: "lines",
      data: { party: "committee" },
    });
  });

  it("is told in both languages", () => {
    const posts = [post("SYT", "specialist"), post("SYT", "head", "specialist@SYT"), post("SYT", "division-head")];
    const parties: Seating["parties"] = { owner: "SYT", department: "SKHCN" };
    const all = [
      ...lintAgainstDirectory(withStep("council", {}), { parties, settings: {} }, posts, TODAY),
      ...lintAgainstDirectory(annualReport, seating(), staff.slice(0, -1), TODAY),
    ];
    expect(new Set(all.map(({ code }) => code))).toEqual(
      new Set([
        "nobody-to-escalate-to",
        "nobody-holds-post",
        "quorum-above-holders",
        "only-holder-is-author",
        "party-not-seated",
      ]),
    );
    for (const one of all) {
      const [vi, en] = [findingText(one, "vi"), findingText(one, "en")];
      expect(vi).not.toBe(en);
      expect(`${vi} ${en}`).not.toMatch(/undefined|null|NaN|\[object/);
    }
  });
});
