import { describe, expect, it } from "vitest";
import {
  keepEarly,
  milestonesOf,
  reachMilestone,
  type MilestoneMessage,
  type Pipeline,
} from "../../../domain/engine/index.ts";
import {
  allApproved,
  atSign,
  back,
  chair,
  collector,
  drafter,
  freeze,
  gathered,
  kindsInput,
  submit,
  viceChair,
} from "./all-kinds.ts";
import { receiver, sendBack, sentReport, specialist, Story, submit as report, approve } from "./scenario.ts";

const withMilestones = (milestones: Record<string, string>): Pipeline => {
  const table = structuredClone(kindsInput.pipeline);
  for (const [step, milestone] of Object.entries(milestones)) Object.assign(table.steps[step]!, { milestone });
  return table;
};
const told = (story: Story): string[] => milestonesOf(story.input, story.events.at(-1)!);
const inCampaign = { ...kindsInput, campaignId: "round" };

describe("a campaign hears", () => {
  it("the milestone of the step that was entered, and nothing while the case stays", () => {
    expect(told(sentReport())).toEqual(["sent"]);
    expect(told(sentReport().when(receiver, { verb: "comment", comment: "Đã xem" }))).toEqual([]);
  });

  it("that a file went back, by a return or because it was taken back", () => {
    expect(told(sentReport().when(receiver, sendBack()))).toEqual(["returned"]);
    const taken = new Story({ ...inCampaign }).when(drafter, submit());
    expect(told(taken)).toEqual([]);
    expect(told(taken.when(drafter, { verb: "withdraw", reason: "Nhầm" }))).toEqual(["returned"]);
  });

  it("nothing where there is none", () => {
    const story = sentReport();
    expect(milestonesOf({ ...story.input, campaignId: null }, story.events.at(-1)!)).toEqual([]);
  });

  it("the milestones of the steps that were passed over as well, in their order", () => {
    const pipeline = withMilestones({ check: "sent", opinions: "accepted", lines: "decided" });
    const story = atSign();
    story.input = { ...inCampaign, pipeline };
    story.when(chair, back("draft")).when(drafter, submit("v1")).when(collector, freeze("v1"));
    expect(story.events.at(-1)?.data.passed).toEqual(["check", "opinions"]);
    expect(told(story)).toEqual(["sent", "accepted", "decided"]);
    const twice = withMilestones({ check: "sent", opinions: "sent" });
    expect(milestonesOf({ ...inCampaign, pipeline: twice }, story.events.at(-1)!)).toEqual(["sent"]);
  });
});

describe("a milestone that comes before the case waits for it", () => {
  const early: MilestoneMessage = { milestone: "consolidated", from: "annual-report-2026" };
  const accepted = (): Story => sentReport().when(receiver, approve);

  it("moves nothing, and is kept with the content that lies there", () => {
    const story = accepted().when(receiver, { verb: "withdraw", reason: "Xem lại" });
    expect(story.state.step).toBe("intake");
    expect(reachMilestone(story.input, story.state, early, story.now)).toBeNull();
    const [kept] = keepEarly([], story.state, early);
    expect(kept).toEqual({ ...early, contentHash: story.state.content?.hash });
    story.when(receiver, approve);
    expect(reachMilestone(story.input, story.state, kept!, story.now)).toMatchObject({ to: "consolidated" });
  });

  it("says nothing of a content that came after it", () => {
    const story = accepted().when(receiver, sendBack());
    const [kept] = keepEarly([], story.state, early);
    story.when(specialist, report("v2"));
    const again = sentReport(story.input, story);
    expect(again.state.step).toBe("intake");
    again.when(receiver, approve);
    expect(reachMilestone(again.input, again.state, kept!, again.now)).toBeNull();
    expect(reachMilestone(again.input, again.state, early, again.now)).not.toBeNull();
  });

  it("is kept once, as it was told last", () => {
    const { state } = gathered();
    const other: MilestoneMessage = { milestone: "decided", from: "x" };
    const all = keepEarly(keepEarly(keepEarly([], state, early), state, other), state, {
      ...early,
      contentHash: "new",
    });
    expect(all).toEqual([
      { ...other, contentHash: state.content?.hash },
      { ...early, contentHash: "new" },
    ]);
  });
});

describe("a file that was sent back", () => {
  it("is no longer called returned once the desk it came back to has sent it on", () => {
    const story = atSign().when(chair, back("lines"));
    expect(story.state.returned).toMatchObject({ from: "sign" });
    expect(story.when(viceChair, { verb: "comment", comment: "Đang xem" }).state.returned).not.toBeNull();
    expect(story.when(viceChair, allApproved).state).toMatchObject({ step: "sign", returned: null });
  });

  it("is, when it is sent back anew", () => {
    const story = atSign()
      .when(chair, back("lines"))
      .when(viceChair, back("draft", ["II"]));
    expect(story.state).toMatchObject({ step: "draft", round: 3, returned: { from: "lines", sections: ["II"] } });
    expect(story.when(drafter, submit("v2")).state.returned).toBeNull();
  });
});
