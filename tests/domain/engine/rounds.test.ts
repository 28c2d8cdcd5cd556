import { describe, expect, it } from "vitest";
import {
  admin,
  allApproved,
  agree,
  atLines,
  atOpinions,
  atSign,
  back,
  chair,
  checker,
  collector,
  drafter,
  finance,
  freeze,
  gathered,
  kindsInput,
  officeClerk,
  officer,
  planning,
  secondAdmin,
  secondChecker,
  submit,
  versioned,
  viceChair,
} from "./all-kinds.ts";
import { Story } from "./scenario.ts";

const approve = { verb: "approve" } as const;
const valid = (story: Story) =>
  story.state.signatures.filter(({ supersededBy }) => supersededBy === undefined).map(({ step }) => step);

describe("signatures after a return", () => {
  it("stay in the record, superseded by the event that made them void", () => {
    const story = atLines().when(viceChair, back("opinions"));
    const seq = story.state.seq;
    const opinions = story.state.signatures.filter(({ step }) => step === "opinions");
    expect(opinions.map(({ supersededBy }) => supersededBy)).toEqual([seq, seq]);
  });

  it("that lie before the step it leads to are not touched: nothing they were given on has changed", () => {
    expect(valid(atLines().when(viceChair, back("opinions")))).toEqual(["check", "check"]);
  });

  it("of the very step it leads to must be given again, even where they survive a change", () => {
    const over = atLines().when(viceChair, {
      verb: "decide-lines",
      decisions: [
        { line: "a", decision: "approve", over: 1 },
        { line: "b", decision: "approve" },
      ],
    });
    expect(over.when(chair, back("lines")).state.step).toBe("lines");
    const checked = gathered().when(checker, approve);
    expect(checked.when(secondChecker, back("gather")).state.votes).toEqual([]);
  });

  it("that survive let the step be passed over, and the event says so", () => {
    const story = atSign().when(chair, back("draft"));
    expect(valid(story)).toEqual(["check", "check", "opinions", "opinions"]);
    story.when(drafter, submit("v1")).when(collector, freeze("v1"));
    expect(story.state).toMatchObject({ step: "lines", round: 2 });
    expect(story.events.at(-1)?.data.passed).toEqual(["check", "opinions"]);
  });

  it("stand while the sections they concern did not change, and fall when one did", () => {
    const resubmitted = (sections: Record<string, string>): Story => {
      const second = { ...versioned("v2"), sections };
      const over = { content: second };
      return atSign().when(chair, back("draft")).when(drafter, submit("v2", over)).when(collector, freeze("v2", over));
    };
    const kept = resubmitted({ I: "v1", II: "changed" });
    // Section I is what the check concerns; the opinions were given on the whole.
    expect(kept.state).toMatchObject({ step: "opinions", consulted: [{ answered: null }, { answered: null }] });
    expect(valid(kept)).toEqual(["check", "check"]);
    expect(resubmitted({ I: "changed", II: "v1" }).state.step).toBe("check");
  });

  it("fall when it cannot be told which sections changed", () => {
    const { hash, id } = versioned("v2");
    const over = { content: { hash, id } };
    const story = atSign()
      .when(chair, back("draft"))
      .when(drafter, submit("v2", over))
      .when(collector, freeze("v2", over));
    expect(story.state.step).toBe("check");
  });

  it("survive any change where the table says so", () => {
    const over = {
      verb: "decide-lines",
      decisions: [
        { line: "a", decision: "approve", over: 1 },
        { line: "b", decision: "approve" },
      ],
    } as const;
    const story = atLines()
      .when(viceChair, { ...over, decisions: [...over.decisions] })
      .when(chair, approve)
      .when(chair, back("draft"))
      .when(drafter, submit("v3"))
      .when(collector, freeze("v3"))
      .when(checker, approve)
      .when(secondChecker, approve)
      .when(finance, agree)
      .when(planning, agree)
      .when(viceChair, { ...over, decisions: [...over.decisions] });
    expect(story.lastRejection).toBeNull();
    expect(story.state.step).toBe("sign");
    expect(story.events.at(-1)?.data.passed).toEqual(["higher"]);
  });
});

describe("a case that goes to and fro for years", () => {
  const story = (): Story => {
    const long = gathered();
    for (let round = 0; round < 50; round += 1) {
      long.when(checker, approve).when(secondChecker, approve).when(finance, agree).when(planning, agree);
      long
        .when(viceChair, back("draft"))
        .when(drafter, submit(`v${round}`))
        .when(collector, freeze(`v${round}`));
    }
    return long;
  };

  it("keeps every signature that counts and the latest that no longer do; the record has them all", () => {
    const { state, events } = story();
    const superseded = state.signatures.filter(({ supersededBy }) => supersededBy !== undefined);
    expect(superseded.length).toBeLessThanOrEqual(64);
    expect(superseded.length).toBeGreaterThanOrEqual(60);
    expect(superseded.at(-1)!.seq).toBeGreaterThan(events.length - 20);
    expect(events.filter(({ type }) => type === "approved")).toHaveLength(100);
    expect(JSON.stringify(state).length).toBeLessThan(32 * 1024);
  });

  it("keeps the latest issue of each step", () => {
    const issued = atSign().when(chair, { verb: "approve", mark: "TM." }).when(officeClerk, { verb: "issue" });
    const again = issued.when(admin, { verb: "skip", reason: "Hỏng" }).when(secondAdmin, { verb: "confirm-skip" });
    again.when(officer, back("draft")).when(drafter, submit("v1")).when(collector, freeze("v1"));
    again
      .when(viceChair, allApproved)
      .when(chair, { verb: "approve", mark: "TM." })
      .when(officeClerk, { verb: "issue" });
    expect(again.lastRejection).toBeNull();
    expect(again.state.issued).toMatchObject([{ step: "issue", seq: again.state.seq, series: "QĐ" }]);
  });
});

describe("taking back what one sent", () => {
  const withdraw = { verb: "withdraw", reason: "Gửi nhầm bản" } as const;

  it("works until the next level has acted, without a new round", () => {
    const story = new Story(kindsInput).when(drafter, submit()).when(drafter, withdraw);
    expect(story.state).toMatchObject({ step: "draft", round: 1, content: { number: 1 } });
    expect(story.events.at(-1)).toMatchObject({ type: "withdrawn", data: { refersTo: 2 } });
    expect(story.when(drafter, submit("v2")).state.step).toBe("gather");
  });

  it.each([
    ["a vote short of the quorum", (story: Story) => story.when(checker, approve)],
    ["a question", (story: Story) => story.when(checker, { verb: "clarify", reason: "Vì sao?" })],
  ])("ends with %s", (_, acts) => {
    const story = acts(gathered()).when(collector, withdraw);
    expect(story.lastRejection).toEqual({ code: "nothing-to-withdraw" });
  });

  it("is not ended by what concerns nobody's decision", () => {
    const story = gathered().when(checker, { verb: "comment", comment: "Đã nhận" });
    expect(story.when(collector, withdraw).state.step).toBe("gather");
  });

  it("is the sending post's, not another's", () => {
    const story = gathered();
    expect(story.when(checker, withdraw).lastRejection?.code).toBe("nothing-to-withdraw");
    expect(story.when(drafter, withdraw).lastRejection?.code).toBe("nothing-to-withdraw");
    expect(story.when(collector, { ...withdraw, reason: "" }).lastRejection?.code).toBe("reason-required");
  });

  it("takes back one's own approval and leaves the others' votes standing", () => {
    const story = atOpinions().when(secondChecker, withdraw);
    expect(story.state.step).toBe("check");
    expect(story.state.votes.map(({ personId }) => personId)).toEqual([checker.personId]);
    expect(valid(story)).toEqual(["check"]);
    expect(story.when(checker, approve).lastRejection?.code).toBe("already-decided");
    expect(story.when(secondChecker, approve).state.step).toBe("opinions");
  });

  it("reopens the lines that were decided by the act taken back, and only those", () => {
    const story = atLines()
      .when(viceChair, { verb: "decide-lines", decisions: [{ line: "a", decision: "approve" }] })
      .when(viceChair, { verb: "decide-lines", decisions: [{ line: "b", decision: "approve" }] })
      .when(viceChair, withdraw);
    expect(story.state.step).toBe("lines");
    expect(story.state.lines.map(({ status }) => status)).toEqual(["approved", "open"]);
  });

  it("does not reach behind a return or an issued number", () => {
    expect(atSign().when(chair, back("lines")).when(chair, withdraw).lastRejection?.code).toBe("nothing-to-withdraw");
    const afterAll = atLines().when(viceChair, allApproved).when(viceChair, approve);
    expect(afterAll.state.step).toBe("issue");
    expect(afterAll.when(viceChair, withdraw).state.step).toBe("sign");
  });

  it("closes the case at the author's own desk, where the table says so", () => {
    const story = new Story(kindsInput).when(drafter, withdraw);
    expect(story.state).toMatchObject({ step: "taken-back", outcome: "withdrawn" });
  });
});
