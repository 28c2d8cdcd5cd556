import { describe, expect, it } from "vitest";
import {
  actionsFor,
  holdersOf,
  noticesOf,
  numberingOf,
  presentUnits,
  type CommandBody,
} from "../../../domain/engine/index.ts";
import { back } from "../engine/all-kinds.ts";
import {
  atDecision,
  atExplain,
  atOpinions,
  chair,
  decide,
  director,
  divisionHead,
  explain,
  figure,
  finance,
  freeze,
  given,
  health,
  lab,
  lines,
  listInput,
  officeClerk,
  officer,
  opine,
  planning,
  resolution,
  resolve,
  says,
  specialist,
  training,
  upFrom,
  viceChair,
} from "../engine/list-story.ts";
import { DAY, person, Story } from "../engine/scenario.ts";

const lineOf = (story: Story, id: string) => story.state.lines.find((line) => line.id === id);
const told = (story: Story) => noticesOf(story.input, { event: story.events.at(-1)!, state: story.state });
const merged = { ...listInput, parties: { ...listInput.parties, planning: "STC" } };

describe("a list is frozen", () => {
  it("with at least one line and no more than the table allows", () => {
    expect(new Story(listInput).when(specialist, freeze({ lines: [] })).lastRejection).toEqual({ code: "no-lines" });
    const many = Array.from({ length: 501 }, (_, n) => ({ ...health, id: `l${n}` }));
    const refused = new Story(listInput).when(specialist, freeze({ lines: many }));
    expect(refused.lastRejection).toEqual({ code: "too-many-lines", lines: 501, most: 500 });
    const most = new Story(listInput).when(specialist, freeze({ lines: many.slice(1) }));
    expect(most.state.step).toBe("opinions");
  });
});

describe("the departments", () => {
  it("owe a position and an amount for each line of their own branch, and for no other", () => {
    const story = atOpinions();
    const owed = (actor: typeof finance) =>
      actionsFor(story.input, story.state, [actor], story.now).find(({ verb }) => verb === "opine")?.lines;
    expect([owed(finance), owed(planning)]).toEqual([["health", "training"], ["lab"]]);
    expect(story.when(finance, opine(says(health, "agree"))).lastRejection).toEqual({
      code: "line-missing",
      line: "training",
    });
    const tooMuch = opine(says(health, "agree"), says(training, "agree"), says(lab, "agree"));
    expect(story.when(finance, tooMuch).lastRejection).toEqual({ code: "line-not-yours", line: "lab" });
    const silent = { line: "health", amount: 1000 };
    expect(story.when(finance, opine(silent, says(training, "agree"))).lastRejection?.code).toBe("line-missing");
    expect(story.when(planning, opine(says(lab, "agree"))).lastRejection).toBeNull();
    expect(story.when(finance, opine(says(health, "agree"), says(training, "agree"))).state.step).toBe("explain");
  });

  it("say with their position what their amount says, and why", () => {
    const refusal = (position: Parameters<typeof says>[1], amount: number, reason?: string) =>
      atOpinions().when(planning, opine(says(lab, position, amount, reason))).lastRejection?.code;
    expect(refusal("agree", 600)).toBe("position-not-fitting");
    expect(refusal("agree-with-changes", 700)).toBe("position-not-fitting");
    expect(refusal("not-placed", 1)).toBe("position-not-fitting");
    expect(refusal("agree-with-changes", 701)).toBe("amount-not-allowed");
    expect(refusal("object", 700, " ")).toBe("reason-required");
    expect([refusal("object", 700), refusal("object", 0), refusal("not-placed", 0)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("that have become one agency are asked once, about every line", () => {
    const story = atOpinions({}, merged);
    expect(holdersOf(story.input, story.state).map(({ unit }) => unit)).toEqual(["STC", "STC"]);
    expect(story.when(finance, opine(...lines.map((line) => says(line, "agree")))).state.step).toBe("explain");
  });

  it("leave a unit that is asked in addition to its words", () => {
    const story = atOpinions().when(specialist, { verb: "consult", unit: "SXD", roles: ["head"], reason: "Liên quan" });
    const other = person("SXD", "head");
    expect(story.when(other, opine(says(lab, "agree"))).lastRejection?.code).toBe("line-not-yours");
    expect(story.when(other, { verb: "opine", position: "agree" }).lastRejection).toBeNull();
  });

  it("are each told of their own delay: the head of whoever is still awaited", () => {
    const story = atOpinions().when(finance, opine(says(health, "agree"), says(training, "agree")));
    story.until(story.state.dueAt! + 4 * DAY);
    expect(story.events.at(-1)?.type).toBe("escalated");
    const heads = story.events.at(-1)?.data.told?.filter(({ role }) => role === "head");
    expect(heads?.map(({ unit }) => unit)).toEqual(["SKHDT", "SKHDT"]);
  });
});

describe("differences", () => {
  it("go up only with the department's own figure and a reason for every line that is not as requested", () => {
    const story = atExplain();
    expect(story.when(divisionHead, explain()).lastRejection).toEqual({ code: "line-unexplained", line: "health" });
    const refusal = (amount: number, reason?: string) =>
      atExplain().when(divisionHead, explain(figure(health, amount, reason))).lastRejection?.code;
    expect(refusal(900, " ")).toBe("reason-required");
    expect(refusal(1001)).toBe("amount-not-allowed");
    story.when(divisionHead, explain(figure(health, 900)));
    expect(story.state.lines.map(({ proposal }) => proposal?.amount)).toEqual([900, 700, 300]);
  });

  it("are owed for an objection that leaves the amount as it is", () => {
    const story = atOpinions()
      .when(finance, opine(says(health, "agree"), says(training, "agree")))
      .when(planning, opine(says(lab, "object", 700)));
    expect(story.when(divisionHead, explain()).lastRejection).toEqual({ code: "line-unexplained", line: "lab" });
  });

  it("are owed for nothing where all agree, or said nothing", () => {
    const story = atOpinions().when(finance, opine(says(health, "agree"), says(training, "agree")));
    story.until(story.state.dueAt!);
    story.when(specialist, { verb: "proceed" });
    expect(story.when(divisionHead, explain()).state.step).toBe("director");
    expect(story.state.lines.map(({ proposal }) => proposal?.amount)).toEqual([1000, 700, 300]);
  });

  it("fall with the act they were explained in, and with the opinions they come from", () => {
    const recalled = atExplain().when(divisionHead, explain(figure(health, 900)));
    recalled.when(divisionHead, { verb: "withdraw", reason: "Sửa số" });
    expect(recalled.state).toMatchObject({ step: "explain" });
    expect(lineOf(recalled, "health")).toMatchObject({ appraised: [{ unit: "STC", amount: 800 }] });
    expect(lineOf(recalled, "health")).not.toHaveProperty("proposal");
    const again = atExplain().when(divisionHead, explain(figure(health, 900)));
    again.when(director, back("consolidate")).when(specialist, freeze());
    expect(again.state).toMatchObject({ step: "opinions", round: 2 });
    expect(again.state.lines.every((line) => !line.appraised && !line.proposal)).toBe(true);
  });
});

describe("the decision", () => {
  it("needs words where it departs from the proposal, and only there", () => {
    const refusal = (...decisions: Parameters<typeof decide>) =>
      atDecision().when(viceChair, decide(...decisions)).lastRejection?.code;
    expect(refusal(given(health, "approve"))).toBe("reason-required");
    expect(refusal(given(health, "approve", { reason: "Cấp bách" }))).toBeUndefined();
    expect(refusal(given(health, "approve-in-part", { amount: 900 }))).toBeUndefined();
    expect(refusal(given(health, "approve-in-part", { amount: 899 }))).toBe("reason-required");
    expect(refusal(given(lab, "approve"))).toBeUndefined();
    expect(refusal(given(lab, "approve-in-part", { amount: 701, reason: "Thêm" }))).toBe("amount-not-allowed");
  });

  it("above a ceiling is recorded with what that one asks for: a reason, and the chair where it says so", () => {
    const warned = given(lab, "approve", { over: 50, excess: "warn" });
    expect(atDecision().when(viceChair, decide(warned)).lastRejection?.code).toBe("reason-required");
    const rest = [given(health, "approve-in-part", { amount: 900 }), given(training, "approve")];
    const story = atDecision().when(viceChair, decide({ ...warned, reason: "Cấp bách" }, ...rest));
    expect(story.state.step).toBe("signing");
    expect(lineOf(story, "lab")).toMatchObject({ over: 50, excess: "warn" });
    const higher = { ...warned, excess: "higher-signature", reason: "Cấp bách" } as const;
    expect(atDecision().when(viceChair, decide(higher, ...rest)).state.step).toBe("chair-signs");
  });

  it("that asks to clarify a line asks whoever explained it and the agency it comes from", () => {
    const story = atDecision().when(viceChair, decide(given(lab, "clarify", { reason: "Chưa rõ quy mô" })));
    expect(story.state.questions).toMatchObject([{ lines: ["lab"] }]);
    expect(told(story).map(({ kind, to, params }) => [kind, to.unit, to.role, params["reason"]])).toEqual([
      ["clarification-asked", "SKHCN", "division-head", "Chưa rõ quy mô"],
      ["clarification-asked", "STNMT", "specialist", "Chưa rõ quy mô"],
    ]);
    expect(presentUnits(story.input, story.state)).toContain("STNMT");
    expect(story.state.dueAt).toBeNull();
    expect(story.when(viceChair, decide(given(health, "clarify", { reason: "Và dòng này" }))).lastRejection?.code).toBe(
      "question-open",
    );
    story.when(person("STNMT", "specialist"), { verb: "answer", comment: "Quy mô 200 m2" });
    expect(story.state.questions).toEqual([]);
    expect(story.state.dueAt).not.toBeNull();
    expect(presentUnits(story.input, story.state)).not.toContain("STNMT");
    expect(story.when(viceChair, decide(given(lab, "approve"))).lastRejection).toBeNull();
  });
});

describe("a line that waits for the council", () => {
  const refer = given(lab, "refer", { reason: "Thẩm quyền HĐND" });
  const others = [given(health, "approve-in-part", { amount: 900 }), given(training, "approve")];
  const waiting = (): Story => atDecision().when(viceChair, decide(refer, ...others));

  it("stops the clock only when nothing else is left to decide", () => {
    const story = atDecision().when(viceChair, decide(refer));
    expect(story.state.clock.pausedAt).toBeNull();
    const due = story.state.dueAt!;
    story.when(viceChair, decide(...others));
    expect(story.state).toMatchObject({ step: "decision", dueAt: null, clock: { pausedAt: story.now } });
    story.until(story.now + 14 * DAY).when(officer, resolve(lab));
    expect(story.state.dueAt).toBeGreaterThan(due);
    expect(story.state.clock.pausedAt).toBeNull();
  });

  it("lies with the office that records the resolution, cited as a paper is", () => {
    const story = waiting();
    expect(holdersOf(story.input, story.state)).toContainEqual({ unit: "VP_UBND", role: "specialist" });
    const unnamed = { ...resolve(lab), resolution: { ...resolution, number: " " } } as ReturnType<typeof resolve>;
    expect(story.when(officer, unnamed).lastRejection?.code).toBe("reason-required");
    const loose: CommandBody = { verb: "resolve-lines", lines: ["lab"], resolution: "NQ 15" };
    expect(story.when(officer, loose).lastRejection?.code).toBe("reason-required");
    expect(story.when(finance, resolve(lab)).lastRejection?.code).toBe("not-your-step");
    story.when(officer, resolve(lab));
    expect(lineOf(story, "lab")).toMatchObject({ status: "open", resolved: story.state.seq });
    expect(told(story)).toMatchObject([{ kind: "your-turn", to: { role: "vice-chair" } }, { to: { role: "chair" } }]);
    story.when(viceChair, decide(given(lab, "approve")));
    expect(story.state.step).toBe("signing");
    expect(lineOf(story, "lab")?.resolved).toBeDefined();
  });

  it("may be one of several that a resolution settles", () => {
    const both = atDecision().when(viceChair, decide(refer, given(health, "refer", { reason: "Thẩm quyền HĐND" })));
    both.when(viceChair, decide(given(training, "approve")));
    both.when(officer, resolve(health));
    expect([lineOf(both, "health")?.status, lineOf(both, "lab")?.status]).toEqual(["open", "referred"]);
  });

  it("may be taken off the list, so that the others can be signed", () => {
    const defer = given(lab, "defer", { reason: "HĐND họp cuối năm" });
    expect(atDecision().when(viceChair, decide(defer)).lastRejection).toMatchObject({ code: "line-not-open" });
    expect(waiting().when(viceChair, decide(given(lab, "defer"))).lastRejection?.code).toBe("reason-required");
    const story = waiting().when(viceChair, decide(defer));
    expect(story.state.step).toBe("signing");
    expect(lineOf(story, "lab")).toMatchObject({ status: "deferred", amount: 0 });
  });
});

describe("the assigning decision", () => {
  it("bears a number of UBND's own series, though the office's clerk gives it", () => {
    const story = atDecision()
      .when(viceChair, decide(...lines.map((line) => given(line, "approve", { reason: "Đồng ý" }))))
      .when(chair, { verb: "approve", mark: "TM." })
      .when(officeClerk, { verb: "issue" });
    expect(story.state.outcome).toBe("completed");
    expect(numberingOf(story.input, story.events.at(-1)!)).toMatchObject({ series: "QĐ", unit: "UBND_TINH" });
    const submission = story.events.find(({ type }) => type === "issued")!;
    expect(numberingOf(story.input, submission)).toMatchObject({ series: "TTr", unit: "SKHCN" });
  });
});

describe("a list that came back", () => {
  it("is appraised, explained and decided anew", () => {
    const story = atDecision().when(viceChair, decide(given(lab, "approve")));
    story.when(viceChair, back("consolidate")).when(specialist, freeze());
    expect(story.state.lines.map(({ status, amount }) => [status, amount])).toEqual(Array(3).fill(["open", 0]));
    const again = story
      .when(finance, opine(says(health, "agree"), says(training, "agree")))
      .when(planning, opine(says(lab, "agree")))
      .when(divisionHead, explain());
    expect(upFrom(again).state.step).toBe("decision");
  });
});
