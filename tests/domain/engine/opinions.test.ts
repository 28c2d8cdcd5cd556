import { describe, expect, it } from "vitest";
import { holdersOf, noticesOf, seatedUnits } from "../../../domain/engine/index.ts";
import {
  admin,
  agree,
  atOpinions,
  back,
  checker,
  collector,
  coordinator,
  drafter,
  finance,
  freeze,
  kindsInput,
  parties,
  planning,
} from "./all-kinds.ts";
import { DAY, inputOf, person, type Story } from "./scenario.ts";
import { allKinds } from "./all-kinds.ts";

const units = (story: Story): string[] => [...new Set(holdersOf(story.input, story.state).map(({ unit }) => unit))];
const consult = (unit: string, roles: ("head" | "admin")[] = ["head"]) =>
  ({ verb: "consult", unit, roles, reason: "Liên quan" }) as const;
const unconsult = (unit: string) => ({ verb: "unconsult", unit, reason: "Không liên quan" }) as const;

describe("opinions", () => {
  it("lie with every unit asked until it has answered, in any order, and then go on", () => {
    const story = atOpinions();
    expect(units(story)).toEqual(["STC", "SKHDT"]);
    const both = [story.command(planning, agree), story.command(finance, agree)];
    story.send(both[0]!);
    expect(units(story)).toEqual(["STC"]);
    expect(story.send(both[1]!).lastRejection).toBeNull();
    expect(story.state.step).toBe("lines");
    expect(story.state.signatures.filter(({ position }) => position === "agree").map(({ unit }) => unit)).toEqual([
      "SKHDT",
      "STC",
    ]);
  });

  it("ask a unit once when two seats have become one agency", () => {
    const merged = inputOf(allKinds, { parties: { ...parties, planning: "STC" }, campaignId: null });
    const story = atOpinions({}, merged);
    expect(story.state.consulted).toMatchObject([{ unit: "STC", roles: ["head", "deputy-head"] }]);
    expect(story.when(finance, agree).state.step).toBe("lines");
  });

  it("ask only whom the content concerns, and pass by when nobody is concerned", () => {
    expect(units(atOpinions({ facts: { amount: 10 } }))).toEqual(["STC"]);
    const noFinance = inputOf(allKinds, { parties: { ...parties, finance: undefined as never }, campaignId: null });
    const story = atOpinions({ facts: { amount: 10 } }, noFinance);
    expect(story.state.step).toBe("lines");
    expect(story.events.at(-1)?.data.passed).toEqual(["opinions"]);
  });

  it("are one per unit and one per person", () => {
    const story = atOpinions().when(finance, agree);
    expect(story.when(finance, agree).lastRejection?.code).toBe("already-decided");
    expect(story.when(person("STC", "head", "colleague"), agree).lastRejection?.code).toBe("already-decided");
    const twoPosts = { ...planning, personId: finance.personId };
    expect(story.when(twoPosts, agree).lastRejection?.code).toBe("already-decided");
  });

  it("are never given by an author, nor by a unit that was not asked", () => {
    const story = atOpinions({ drafters: [finance.personId] });
    expect(story.when(finance, agree).lastRejection).toEqual({ code: "own-case" });
    expect(story.when(checker, agree).lastRejection).toMatchObject({ code: "not-your-step", unit: "STC" });
  });

  it("need words unless they agree", () => {
    const story = atOpinions().when(finance, { verb: "opine", position: "object" });
    expect(story.lastRejection).toEqual({ code: "reason-required", field: "comment" });
    story.when(finance, { verb: "opine", position: "object", comment: "Không có nguồn" });
    expect(story.state.consulted[0]).toMatchObject({ position: "object" });
  });

  it("may put whole đồng beside the lines, never more than requested", () => {
    const opine = (amounts: { line: string; amount: number; reason?: string }[]) =>
      atOpinions().when(finance, { verb: "opine", position: "agree", amounts }).lastRejection;
    expect(opine([{ line: "a", amount: 400 }])).toBeNull();
    expect(opine([{ line: "a", amount: 0 }])).toBeNull();
    expect(opine([{ line: "a", amount: 501, reason: "Định mức mới" }])).toMatchObject({
      code: "amount-not-allowed",
      requested: 500,
    });
    expect(opine([{ line: "a", amount: 1.5 }])).toMatchObject({ code: "amount-not-allowed" });
    expect(opine([{ line: "a", amount: -1 }])).toMatchObject({ code: "amount-not-allowed" });
    expect(opine([{ line: "x", amount: 1 }])).toEqual({ code: "line-unknown", line: "x" });
    expect(opine([1, 2].map((amount) => ({ line: "a", amount })))).toMatchObject({ code: "line-not-open" });
  });

  it("owe an amount for every line where the table says so", () => {
    const table = structuredClone<typeof allKinds>(allKinds);
    Object.assign(table.steps.opinions!, { amounts: "required" });
    const story = atOpinions({}, { ...kindsInput, pipeline: table });
    story.when(finance, { verb: "opine", position: "agree", amounts: [{ line: "a", amount: 1 }] });
    expect(story.lastRejection).toEqual({ code: "line-missing", line: "b" });
  });
});

describe("a term for opinions that is over", () => {
  const proceed = { verb: "proceed" } as const;

  it("decides nothing; the coordinator closes them and the silent are named", () => {
    const story = atOpinions().when(finance, agree);
    expect(story.when(collector, proceed).lastRejection).toEqual({
      code: "term-not-over",
      dueAt: story.state.dueAt,
    });
    story.until(story.state.dueAt!);
    expect(story.state).toMatchObject({ step: "opinions", outcome: null });
    expect(units(story)).toEqual(["SKHDT", "SKHCN"]);
    story.when(collector, proceed);
    expect(story.state.step).toBe("lines");
    expect(story.events.at(-1)).toMatchObject({ type: "opinions-closed", data: { silent: ["SKHDT"] } });
    expect(story.state.signatures.some(({ unit }) => unit === "SKHDT")).toBe(false);
  });

  it("is the first instant at which they may be closed", () => {
    const story = atOpinions();
    story.now = story.state.dueAt! - 1;
    expect(story.when(collector, proceed).lastRejection?.code).toBe("term-not-over");
    story.now += 1;
    expect(story.when(planning, proceed).lastRejection).toMatchObject({ code: "not-your-right", unit: "SKHCN" });
    expect(story.when(collector, proceed).state.step).toBe("lines");
  });

  it("keeps a step that waits for every unit waiting", () => {
    const table = structuredClone<typeof allKinds>(allKinds);
    Object.assign(table.steps.opinions!, { noReply: "waits" });
    const story = atOpinions({}, { ...kindsInput, pipeline: table });
    story.until(story.state.dueAt! + 30 * DAY);
    expect(story.when(collector, proceed).lastRejection?.code).toBe("verb-not-available");
    expect(units(story)).toEqual(["STC", "SKHDT"]);
  });
});

describe("whom to ask", () => {
  it("is widened and narrowed by the coordinator while opinions run, with a reason", () => {
    const story = atOpinions().when(collector, consult("SXD"));
    expect(units(story)).toEqual(["STC", "SKHDT", "SXD"]);
    expect(seatedUnits(story.input, story.state)).toContain("SXD");
    expect(noticesOf(story.input, { event: story.events.at(-1)!, state: story.state })).toMatchObject([
      { kind: "your-turn", to: { unit: "SXD", role: "head" } },
    ]);
    story.when(collector, unconsult("STC")).when(planning, agree);
    expect(story.when(person("SXD", "head"), agree).state.step).toBe("lines");
    expect(story.state.signatures.filter(({ position }) => position).map(({ unit }) => unit)).toEqual(["SKHDT", "SXD"]);
  });

  it("goes on when the last unit that was awaited is removed", () => {
    const story = atOpinions().when(finance, agree);
    expect(story.when(collector, unconsult("SKHDT")).state.step).toBe("lines");
  });

  it("has its limits", () => {
    const refusal = (story: Story) => story.lastRejection;
    expect(refusal(atOpinions().when(collector, consult("STC")))).toEqual({ code: "unit-already-asked", unit: "STC" });
    expect(refusal(atOpinions().when(collector, consult("SXD", ["admin"])))?.code).toBe("assignee-not-allowed");
    expect(refusal(atOpinions().when(collector, consult("SXD", [])))?.code).toBe("assignee-not-allowed");
    expect(refusal(atOpinions().when(collector, { ...consult("SXD"), reason: " " }))?.code).toBe("reason-required");
    expect(refusal(atOpinions().when(collector, unconsult("SXD")))).toEqual({ code: "unit-not-asked", unit: "SXD" });
    const answered = atOpinions().when(finance, agree).when(collector, unconsult("STC"));
    expect(refusal(answered)).toEqual({ code: "unit-has-answered", unit: "STC" });
    const one = atOpinions({ facts: { amount: 1 } }).when(collector, unconsult("STC"));
    expect(refusal(one)).toEqual({ code: "last-unit", unit: "STC" });
    expect(refusal(atOpinions().when(planning, consult("SXD")))?.code).toBe("not-your-right");
    expect(refusal(atOpinions().when(collector, { ...unconsult("STC"), reason: "" }))?.code).toBe("reason-required");
  });

  it("lets an administrator move a unit's opinion to another post of that unit, and to no other unit", () => {
    const reassign = (unit: string) =>
      ({ verb: "reassign", to: { unit, role: "deputy-head" }, reason: "Đi vắng" }) as const;
    const story = atOpinions().when(admin, reassign("STC"));
    expect(story.when(finance, agree).lastRejection?.code).toBe("not-your-step");
    expect(story.when(person("STC", "deputy-head"), agree).lastRejection).toBeNull();
    expect(story.when(admin, reassign("STC")).lastRejection?.code).toBe("unit-has-answered");
    expect(story.when(admin, reassign("SYT")).lastRejection?.code).toBe("unit-not-asked");
  });
});

describe("an opinion in a later round", () => {
  const again = (text: string, sections?: Record<string, string>) =>
    atOpinions()
      .when(finance, agree)
      .when(coordinator, back("draft"))
      .when(drafter, {
        verb: "submit",
        content: { ...freeze(text).content, ...(sections && { sections }) },
        drafters: [],
      })
      .when(collector, freeze(text));

  it("stands when the very content it was given on comes again, and falls with another", () => {
    const same = again("v1");
    expect(same.state).toMatchObject({ round: 2 });
    const answered = (story: Story) => story.state.consulted.map(({ unit, answered: seq }) => [unit, seq !== null]);
    expect(same.state.step).toBe("opinions");
    expect(answered(same)).toEqual([
      ["STC", true],
      ["SKHDT", false],
    ]);
    const other = again("v2");
    expect(other.state.step).toBe("check");
    expect(other.state.signatures.every(({ supersededBy }) => supersededBy !== undefined)).toBe(true);
  });
});
