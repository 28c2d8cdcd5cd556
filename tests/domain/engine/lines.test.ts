import { describe, expect, it } from "vitest";
import type { CommandBody, LineDecision } from "../../../domain/engine/index.ts";
import {
  allApproved,
  allKinds,
  atLines,
  atOpinions,
  back,
  chair,
  collector,
  decideLines,
  drafter,
  finance,
  agree,
  freeze,
  kindsInput,
  line,
  type lines,
  planning,
  submit,
  checker,
  secondChecker,
  viceChair,
} from "./all-kinds.ts";
import { person, type Story } from "./scenario.ts";

const decide = (...decisions: LineDecision[]) => atLines().when(viceChair, decideLines(...decisions));
const refusal = (...decisions: LineDecision[]) => decide(...decisions).lastRejection;
const statuses = (story: Story) => story.state.lines.map(({ status, amount }) => [status, amount]);
const part = (amount: number | undefined, reason = "Thiếu căn cứ"): LineDecision => ({
  line: "a",
  decision: "approve-in-part",
  ...(amount !== undefined && { amount }),
  reason,
});

describe("decisions line by line", () => {
  it("may come in several acts, and the step goes on with the last", () => {
    const story = decide({ line: "b", decision: "reject", reason: "Trùng nguồn" });
    expect(story.state.step).toBe("lines");
    expect(statuses(story)).toEqual([
      ["open", 0],
      ["rejected", 0],
    ]);
    story.when(viceChair, decideLines(part(300)));
    expect(story.state.step).toBe("sign");
    expect(statuses(story)).toEqual([
      ["approved-in-part", 300],
      ["rejected", 0],
    ]);
    expect(story.events.at(-1)?.data.decisions).toEqual([part(300)]);
  });

  it("approve the whole of what was requested, and nothing else under that name", () => {
    expect(statuses(decide({ line: "a", decision: "approve" }))[0]).toEqual(["approved", 500]);
    expect(refusal({ line: "a", decision: "approve", amount: 500 })).toBeNull();
    expect(refusal({ line: "a", decision: "approve", amount: 499 })?.code).toBe("amount-not-allowed");
  });

  it("take whole đồng, no more than requested, with a reason", () => {
    const codes = [part(undefined), part(0), part(-1), part(0.5), part(Number.MAX_SAFE_INTEGER + 1)].map(
      (given) => refusal(given)?.code,
    );
    expect(codes).toEqual(Array(5).fill("amount-not-allowed"));
    expect(refusal(part(501))).toEqual({ code: "amount-not-allowed", line: "a", amount: 501, requested: 500 });
    expect(refusal(part(400, " "))).toEqual({ code: "reason-required", field: "decisions" });
    for (const decision of ["reject", "clarify", "refer"] as const)
      expect(refusal({ line: "a", decision })?.code).toBe("reason-required");
  });

  it("name lines of the content, each once, each undecided", () => {
    expect(refusal({ line: "x", decision: "approve" })).toEqual({ code: "line-unknown", line: "x" });
    expect(refusal()).toEqual({ code: "line-unknown", line: "" });
    expect(refusal(part(1), part(2))).toMatchObject({ code: "line-not-open", line: "a" });
    const twice = decide({ line: "a", decision: "approve" }).when(viceChair, decideLines(part(1)));
    expect(twice.lastRejection).toEqual({ code: "line-not-open", line: "a", status: "approved" });
  });

  it("are refused whole: one bad line leaves the others undecided", () => {
    const story = decide({ line: "b", decision: "approve" }, part(0));
    expect(statuses(story)).toEqual([
      ["open", 0],
      ["open", 0],
    ]);
  });

  it("are not the author's, nor anybody else's than the holder's", () => {
    const story = atLines({ drafters: [viceChair.personId] }).when(viceChair, allApproved);
    expect(story.lastRejection).toEqual({ code: "own-case" });
    expect(atLines().when(chair, allApproved).lastRejection?.code).toBe("not-your-step");
  });

  it("pass by a content without lines", () => {
    const story = atOpinions({ lines: [] }).when(finance, agree).when(planning, agree);
    expect(story.state.step).toBe("sign");
    expect(story.events.at(-1)?.data.passed).toEqual(["lines"]);
  });
});

describe("a line referred to HĐND", () => {
  const refer: LineDecision = { line: "a", decision: "refer", reason: "Vượt thẩm quyền" };
  const resolve = (...ids: string[]): CommandBody => ({
    verb: "resolve-lines",
    lines: ids,
    resolution: "NQ 12/NQ-HĐND",
  });

  it("waits until the resolution is recorded, and is decided then", () => {
    const story = decide(refer, { line: "b", decision: "approve" });
    expect(story.state.step).toBe("lines");
    expect(story.when(viceChair, decideLines(part(1))).lastRejection).toMatchObject({ status: "referred" });
    story.when(viceChair, resolve("a"));
    expect(story.events.at(-1)).toMatchObject({ type: "lines-resolved", data: { resolution: "NQ 12/NQ-HĐND" } });
    expect(story.when(viceChair, decideLines(part(400))).state.step).toBe("sign");
  });

  it("is the only kind a resolution speaks of, and the resolution is named", () => {
    const story = decide(refer);
    expect(story.when(viceChair, resolve("b")).lastRejection).toMatchObject({ code: "line-not-open", line: "b" });
    expect(story.when(viceChair, resolve("x")).lastRejection?.code).toBe("line-unknown");
    expect(story.when(viceChair, resolve()).lastRejection?.code).toBe("line-unknown");
    const unnamed: CommandBody = { verb: "resolve-lines", lines: ["a"], resolution: " " };
    expect(story.when(viceChair, unnamed).lastRejection?.code).toBe("reason-required");
  });

  it("exists only where the table names a body to refer to", () => {
    const table = structuredClone<typeof allKinds>(allKinds);
    delete (table.steps.lines as { refers?: unknown }).refers;
    const story = atOpinions({}, { ...kindsInput, pipeline: table })
      .when(finance, agree)
      .when(planning, agree);
    expect(story.when(viceChair, decideLines(refer)).lastRejection?.code).toBe("referral-not-possible");
    expect(story.when(viceChair, resolve("a")).lastRejection?.code).toBe("verb-not-available");
  });
});

describe("above the ceiling", () => {
  const over: LineDecision = { line: "a", decision: "approve", over: 50 };
  const rest: LineDecision = { line: "b", decision: "approve" };
  const under = (ceiling: "stop" | "warn"): Story => {
    const table = structuredClone<typeof allKinds>(allKinds);
    Object.assign(table.steps.lines!, { ceiling });
    return atOpinions({}, { ...kindsInput, pipeline: table })
      .when(finance, agree)
      .when(planning, agree);
  };

  it("a higher signature is needed in the end", () => {
    const story = decide(over, rest);
    expect(story.state.step).toBe("higher");
    expect(story.when(chair, { verb: "approve" }).state.step).toBe("sign");
  });

  it("nothing is granted where the rule stops, and a reason is needed where it warns", () => {
    expect(under("stop").when(viceChair, decideLines(over)).lastRejection).toEqual({
      code: "ceiling-exceeded",
      line: "a",
      over: 50,
    });
    expect(under("warn").when(viceChair, decideLines(over)).lastRejection?.code).toBe("reason-required");
    expect(under("warn").when(viceChair, decideLines({ ...over, reason: "Cấp bách" }, rest)).state.step).toBe("sign");
    expect(under("stop").when(viceChair, decideLines({ ...over, over: 0 }, rest)).state.step).toBe("sign");
  });
});

describe("lines in a later round", () => {
  const clarify: LineDecision = { line: "a", decision: "clarify", reason: "Chưa rõ định mức" };
  const upAgain = (story: Story, over: { lines?: typeof lines }): Story =>
    story
      .when(drafter, submit("v2", over))
      .when(collector, freeze("v2", over))
      .when(checker, { verb: "approve" })
      .when(secondChecker, { verb: "approve" })
      .when(finance, agree)
      .when(planning, agree);

  it("go back to be clarified, and the decisions on the very same other lines are kept", () => {
    const story = decide({ line: "b", decision: "approve" }, clarify);
    expect(story.state).toMatchObject({ step: "draft", round: 2, returned: { code: "unclear", from: "lines" } });
    upAgain(story, { lines: [line("a", 450), line("b", 700)] });
    expect(story.state.step).toBe("lines");
    expect(statuses(story)).toEqual([
      ["open", 0],
      ["approved", 700],
    ]);
  });

  it("lose a decision when the line changed in anything", () => {
    const story = decide({ line: "b", decision: "approve" }, clarify);
    upAgain(story, { lines: [line("b", 700, { digest: "other words" })] });
    expect(statuses(story)).toEqual([["open", 0]]);
  });

  it("pass when nothing is left to decide", () => {
    const story = decide({ line: "b", decision: "approve" }, clarify);
    expect(upAgain(story, { lines: [line("b", 700)] }).state.step).toBe("sign");
  });

  it("are all decided anew after a return", () => {
    const story = atLines().when(viceChair, allApproved).when(chair, back("lines"));
    expect(story.state).toMatchObject({ step: "lines", round: 2 });
    expect(statuses(story)).toEqual([
      ["open", 0],
      ["open", 0],
    ]);
  });

  it("stay open here where the table names no step to go back to", () => {
    const table = structuredClone<typeof allKinds>(allKinds);
    delete (table.steps.lines as { on: { clarify?: string } }).on.clarify;
    const story = atOpinions({}, { ...kindsInput, pipeline: table })
      .when(finance, agree)
      .when(planning, agree);
    story.when(viceChair, decideLines(clarify, { line: "b", decision: "approve" }));
    expect(story.state).toMatchObject({ step: "lines", round: 1 });
    expect(statuses(story)[0]).toEqual(["to-clarify", 0]);
    expect(story.when(viceChair, decideLines(part(100))).state.step).toBe("sign");
  });
});

describe("a delegate's ceiling", () => {
  it("holds for all that is granted at the step, however it is split", () => {
    const until = 4e12;
    const given = { personId: viceChair.personId, name: "PCT", post: viceChair.post, delegationId: "d", until };
    const delegate = { ...person("UBND_TINH", "specialist"), onBehalfOf: { ...given, ceiling: 1000 } };
    const story = atLines().when(delegate, decideLines({ line: "a", decision: "approve" }));
    expect(story.lastRejection).toBeNull();
    story.when(delegate, decideLines({ line: "b", decision: "approve" }));
    expect(story.lastRejection).toEqual({ code: "delegation-ceiling", ceiling: 1000, amount: 1200 });
    expect(story.when(delegate, decideLines({ ...part(500), line: "b" })).lastRejection).toBeNull();
  });
});
