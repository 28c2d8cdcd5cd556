import { describe, expect, it } from "vitest";
import { nextTimer } from "../../../domain/engine/index.ts";
import {
  approve,
  clerk,
  DAY,
  divisionHead,
  DUE,
  head,
  issue,
  OPENED,
  reportInput,
  sentReport,
  receiver,
  sendBack,
  specialist,
  Story,
  submit,
} from "./scenario.ts";

/** 08:00 in Việt Nam on a day of 2026. */
const morning = (month: number, day: number): number => Date.UTC(2026, month - 1, day, 1);

describe("reminders", () => {
  it("come 30, 7 and 1 days before the last day and on it, at 08:00", () => {
    const story = new Story(reportInput);
    const seen: number[] = [];
    for (let timer = nextTimer(story.input, story.state); timer && timer.event === "reminded";) {
      seen.push(timer.at);
      story.until(timer.at);
      timer = nextTimer(story.input, story.state);
    }
    expect(seen).toEqual([morning(10, 31), morning(11, 23), morning(11, 29), morning(11, 30)]);
  });

  it("do not fire a millisecond early, nor twice", () => {
    const story = new Story(reportInput).until(morning(10, 31) - 1);
    expect(story.events).toHaveLength(1);
    story.until(morning(10, 31)).until(morning(10, 31) + 1);
    expect(story.events.map((event) => event.data.timer)).toEqual([undefined, "remind:30"]);
  });

  it("are told once, as the latest, after an outage that swallowed several", () => {
    const story = new Story(reportInput).until(morning(11, 29) + 1);
    expect(story.events.slice(1).map((event) => event.data.timer)).toEqual(["remind:1"]);
    expect(nextTimer(story.input, story.state)?.key).toBe("remind:0");
  });

  it("do not go out for days that lay before the case was opened", () => {
    expect(nextTimer(reportInput, new Story(reportInput, morning(11, 24)).state)?.key).toBe("remind:1");
  });

  it("do not repeat at the next desk what the first one heard", () => {
    const story = new Story(reportInput).until(morning(11, 23)).when(specialist, submit());
    expect(nextTimer(story.input, story.state)?.key).toBe("remind:1");
  });
});

describe("a term that is over", () => {
  it("marks and escalates to the head after 1 and 3 working days, and decides nothing", () => {
    const story = new Story(reportInput).until(DUE).until(morning(12, 1)).until(morning(12, 3));
    expect(story.events.slice(1).map((event) => [event.type, event.data.timer])).toEqual([
      ["overdue", "overdue"],
      ["escalated", "escalate:1"],
      ["escalated", "escalate:3"],
    ]);
    expect(story.events.at(-1)?.data.told).toContainEqual({ unit: "SYT", role: "head" });
    expect(story.state).toMatchObject({ step: "draft", outcome: null, seq: 4 });
    expect(nextTimer(story.input, story.state)).toBeNull();
  });

  it("leaves a report that comes back at least three working days", () => {
    const story = sentReport();
    // Returned on Monday 30/11: Tuesday to Thursday remain, whatever the term says.
    story.now = DUE - DAY;
    expect(story.when(receiver, sendBack()).state.dueAt).toBe(DUE + 3 * DAY);
  });
});

describe("a desk with its own time", () => {
  it("counts working days from the day after receipt", () => {
    const story = new Story(reportInput).when(specialist, submit()).when(divisionHead, approve).when(head, approve);
    // Friday 16/10 in office hours: three working days end with Wednesday 21/10.
    story.now = OPENED + DAY;
    expect(story.when(clerk, issue).state.dueAt).toBe(Date.UTC(2026, 9, 21, 17));
  });
});
