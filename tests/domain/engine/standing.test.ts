import { describe, expect, it } from "vitest";
import {
  actionsFor,
  apply,
  changeStanding,
  holdersOf,
  nextTimer,
  noticesOf,
  reachMilestone,
  verifyChain,
  type MilestoneMessage,
  type StandingMessage,
} from "../../../domain/engine/index.ts";
import {
  approve,
  clerk,
  DAY,
  divisionHead,
  DUE,
  head,
  issue,
  receiver,
  reportInput,
  sentReport,
  specialist,
  Story,
  submit,
} from "./scenario.ts";

const told = (standing: StandingMessage["standing"]): StandingMessage => ({
  standing,
  by: receiver,
  reason: "Đã hợp nhất vào Sở Xây dựng",
});

function after(story: Story, standing: StandingMessage["standing"], now = story.now) {
  const event = changeStanding(story.input, story.state, told(standing), now);
  if (!event) return null;
  const transition = apply(story.input, story.state, event);
  story.state = transition.state;
  story.events.push(transition.event);
  return transition;
}

describe("a case that its campaign puts aside", () => {
  it("lies with nobody, has no due date and no timer, and takes nobody's act, for the reason given", () => {
    const story = new Story(reportInput);
    after(story, "excluded");
    expect(holdersOf(story.input, story.state)).toEqual([]);
    expect(story.state).toMatchObject({ step: "draft", dueAt: null, outcome: null });
    expect(nextTimer(story.input, story.state)).toBeNull();
    expect(story.until(DUE + DAY).events.map(({ type }) => type)).toEqual(["opened", "excluded"]);
    story.when(specialist, submit());
    expect(story.lastRejection).toEqual({ code: "case-put-aside", reason: "Đã hợp nhất vào Sở Xây dựng" });
    const enabled = actionsFor(story.input, story.state, [specialist], story.now).filter((action) => action.enabled);
    expect(enabled.map(({ verb }) => verb)).toEqual(["comment"]);
  });

  it("tells those on whose desk it lay and those who owe it, and who decided so", () => {
    const story = new Story(reportInput).when(specialist, submit());
    const transition = after(story, "excluded");
    const notices = transition ? noticesOf(story.input, transition) : [];
    expect(notices.map(({ kind, to, params }) => [kind, to.role, params.by])).toEqual([
      ["excluded", "division-head", receiver.name],
      ["excluded", "specialist", receiver.name],
    ]);
  });

  it("goes on where it was left when it is taken back, its term counted as if it had never stopped", () => {
    const story = new Story(reportInput).when(specialist, submit());
    const { dueAt } = story.state;
    after(story, "excluded");
    after(story, "included", story.now + 3 * DAY);
    expect(story.state).toMatchObject({ step: "review", aside: null, dueAt });
    story.when(divisionHead, approve).when(head, approve).when(clerk, issue);
    expect(story.state).toMatchObject({ step: "intake", late: false });
    expect(verifyChain(story.events)).toEqual({ ok: true });
  });

  it("gives a desk with time of its own the days back that it rested", () => {
    const story = sentReport();
    const { dueAt } = story.state;
    after(story, "excluded");
    after(story, "included", story.now + 7 * DAY);
    expect(story.state.dueAt).toBe((dueAt ?? 0) + 7 * DAY);
  });

  it("counts what passed meanwhile as passed once it is taken back after its term", () => {
    const story = new Story(reportInput);
    after(story, "excluded");
    after(story, "included", DUE + 60_000);
    expect(story.until(DUE + 60_000).events.at(-1)).toMatchObject({ type: "overdue" });
  });

  it("hears no milestone while it rests, and ends where it rests when the cycle is archived", () => {
    const story = sentReport().when(receiver, approve);
    after(story, "excluded");
    expect(reachMilestone(story.input, story.state, { milestone: "consolidated", from: "c" }, story.now)).toBeNull();
    const end = after(story, "lapsed");
    expect(story.state).toMatchObject({ step: "accepted", outcome: "lapsed" });
    expect(end && noticesOf(story.input, end)).toEqual([]);
  });

  it("is put aside once and taken back once; what runs cannot lapse", () => {
    const story = new Story(reportInput);
    expect(after(story, "included")).toBeNull();
    expect(after(story, "lapsed")).toBeNull();
    expect(after(story, "excluded")).not.toBeNull();
    expect(after(story, "excluded")).toBeNull();
  });
});

describe("a report that the dossier did without", () => {
  const accepted = () => sentReport().when(receiver, approve);
  const heard = (message: Partial<MilestoneMessage>) => {
    const story = accepted();
    return reachMilestone(story.input, story.state, { milestone: "consolidated", from: "c", ...message }, story.now);
  };

  it("ends as consolidated all the same, and says that it is an addendum", () => {
    expect(heard({ addendum: true })).toMatchObject({ to: "consolidated", data: { addendum: true } });
    expect(heard({ contentHash: "0".repeat(64), changed: "addendum" })).toMatchObject({ data: { addendum: true } });
  });

  it("is no addendum where the dossier holds this very version", () => {
    const { content } = accepted().state;
    expect(heard({ contentHash: content?.hash ?? "" })?.data).toEqual({ milestone: "consolidated" });
    expect(heard({})?.data).toEqual({ milestone: "consolidated" });
  });
});
