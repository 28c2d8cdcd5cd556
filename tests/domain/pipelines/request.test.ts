import { describe, expect, it } from "vitest";
import { memberPosition } from "../../../domain/campaign/index.ts";
import { milestonesOf, noticesOf, type CommandBody, type LineAnswer } from "../../../domain/engine/index.ts";
import { fundingRequest } from "../../../domain/pipelines/index.ts";
import {
  approve,
  clerk,
  head,
  inputOf,
  issue,
  person,
  receiver,
  specialist,
  Story,
  submit,
} from "../engine/scenario.ts";

const accountant = person("SYT", "accountant");
const line = (id: string, requested: number) => ({ id, requested, source: "IV.1.TX.DP", year: 2027 });
const lines = [line("r.l1.2027", 900), line("r.l2.2027", 400)];
const input = inputOf(fundingRequest, { campaignId: "funding-round-1" });
const retract: CommandBody = { verb: "retract", reason: "Rà soát lại định mức" };

const drafted = (): CommandBody => ({ ...submit(), verb: "submit", facts: { large: false }, lines }) as CommandBody;
const atAppraisal = (): Story =>
  new Story(input).when(specialist, drafted()).when(accountant, approve).when(head, approve).when(clerk, issue);
const listed = (): Story => atAppraisal().when(receiver, approve);
const deciding = (): Story => listed().hears("consolidated");
const answered = (...told: LineAnswer[]): Story =>
  deciding()
    .hears("decided")
    .hears("published", { answer: { document: "12/QĐ-UBND", lines: told } });

const approved: LineAnswer = { line: "r.l1.2027", status: "approved-in-part", amount: 650, reason: "Theo cân đối" };
const rejected: LineAnswer = { line: "r.l2.2027", status: "rejected", amount: 0, reason: "Trùng nguồn" };
const last = ({ input: of, events, state }: Story) => noticesOf(of, { event: events.at(-1)!, state });

describe("taking a request back after it was sent", () => {
  it.each([
    ["while it is appraised", atAppraisal],
    ["while it waits for the list", listed],
    ["while UBND has not decided", deciding],
  ])("leads the agency's head back to its draft: %s", (_, at) => {
    const story = at().when(head, retract);
    expect(story.state).toMatchObject({ step: "draft", round: 2, sentAt: null, returned: null });
    expect(milestonesOf(story.input, story.events.at(-1)!)).toEqual(["returned"]);
    expect(memberPosition(story.input, story.state)).toBe("drafting");
  });

  it("is for the head alone, with a reason, and tells whoever had it", () => {
    expect(atAppraisal().when(specialist, retract).lastRejection).toMatchObject({ code: "not-your-right" });
    expect(atAppraisal().when(receiver, retract).lastRejection).toMatchObject({ code: "not-your-right" });
    expect(atAppraisal().when(head, { ...retract, reason: " " }).lastRejection).toMatchObject({
      code: "reason-required",
    });
    const told = last(atAppraisal().when(head, retract));
    expect(told.map(({ kind, to }) => [kind, to.unit, to.role])).toEqual([
      ["retracted", "SKHCN", "specialist"],
      ["retracted", "SYT", "specialist"],
    ]);
  });

  it("is over once UBND has decided", () => {
    const decided = deciding().hears("decided").when(head, retract);
    expect(decided.lastRejection).toMatchObject({ code: "verb-not-available" });
  });

  it("lets it be sent again, where the accountant's check of the same sheets stands and the head signs anew, or be given up", () => {
    const story = listed().when(head, retract).when(specialist, drafted());
    expect(story.state.step).toBe("sign-off");
    const given = listed().when(head, retract).when(specialist, { verb: "withdraw", reason: "Không còn nhu cầu" });
    expect(given.state.outcome).toBe("withdrawn");
    expect(memberPosition(given.input, given.state)).toBe("withdrawn");
  });
});

describe("the decision answers a request", () => {
  it("that got something goes on to its money, with what was decided on every line", () => {
    const { state, input: of } = answered(approved, rejected);
    expect(state.step).toBe("spending");
    expect(state.lines).toMatchObject([
      { status: "approved-in-part", amount: 650, reason: "Theo cân đối" },
      { status: "rejected", amount: 0, reason: "Trùng nguồn" },
    ]);
    expect(state.answered?.document).toBe("12/QĐ-UBND");
    expect(memberPosition(of, state)).toBe("consolidated");
  });

  it("that got nothing ends it as not funded", () => {
    const { state, input: of } = answered({ ...approved, status: "rejected", amount: 0 }, rejected);
    expect(state).toMatchObject({ step: "refused", outcome: "rejected" });
    expect(memberPosition(of, state)).toBe("refused");
  });

  it("that waits for the council is answered by a later list", () => {
    const deferred = { line: "r.l1.2027", status: "deferred", amount: 0 } as const;
    const story = answered(deferred, rejected);
    expect(story.state).toMatchObject({ step: "council", outcome: null });
    expect(story.hears("over").state.step).toBe("council");
    story.hears("published", { answer: { document: "3/QĐ-UBND", lines: [approved] } });
    expect(story.state).toMatchObject({ step: "spending", answered: { document: "3/QĐ-UBND" } });
  });

  it("may come for a line while the money of another is being spent", () => {
    const story = answered({ ...rejected, status: "deferred" }, approved);
    const late = { line: "r.l2.2027", status: "approved", amount: 400 } as const;
    story.hears("published", { answer: { document: "3/QĐ-UBND", lines: [late] } });
    expect(story.state).toMatchObject({ step: "spending", lines: [{ amount: 650 }, { amount: 400 }] });
    expect(last(story)[0]).toMatchObject({ kind: "answered" });
  });

  it("is told to everyone in the agency who put a hand to it", () => {
    const told = last(answered(approved, rejected));
    expect(told.map(({ kind, to }) => `${kind} ${to.unit}/${to.role}`).sort()).toEqual([
      "answered SYT/accountant",
      "answered SYT/head",
      "answered SYT/specialist",
    ]);
    expect(told[0]?.params).toMatchObject({ document: "12/QĐ-UBND", lines: [{ amount: 650 }, { amount: 0 }] });
  });

  it("comes from the milestone alone: nobody can say otherwise", () => {
    const verbs = ["approve", "reject", "return"] as const;
    const story = deciding().hears("decided");
    for (const verb of verbs) {
      story.when(receiver, { verb, code: "other", reason: "…", sections: [] });
      expect(story.lastRejection).toMatchObject({ code: "verb-not-available" });
    }
  });
});

describe("a round that is over", () => {
  it.each([
    ["still drafted", () => new Story(input)],
    ["with the accountant", () => new Story(input).when(specialist, drafted())],
    ["sent", atAppraisal],
    ["accepted too late for the list", listed],
  ])("lets a request lapse that is %s", (_, at) => {
    const story = at().hears("over");
    expect(story.state).toMatchObject({ step: "lapsed", outcome: "lapsed" });
    expect(memberPosition(story.input, story.state)).toBe("lapsed");
    expect(last(story)).toMatchObject([{ kind: "finished", to: { unit: "SYT", role: "specialist" } }]);
  });

  it("leaves those alone that are in its list", () => {
    expect(deciding().hears("over").state.step).toBe("deciding");
    expect(answered(approved, rejected).hears("over").state.step).toBe("spending");
  });
});
