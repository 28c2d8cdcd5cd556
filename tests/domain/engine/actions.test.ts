import { describe, expect, it } from "vitest";
import { actionsFor, holdersOf, noticesOf, waypointsOf } from "../../../domain/engine/index.ts";
import {
  admin,
  approve,
  divisionHead,
  head,
  OPENED,
  person,
  receiver,
  reportInput,
  sentReport,
  specialist,
  Story,
  submit,
} from "./scenario.ts";

const verbs = (story: Story, ...actors: Parameters<typeof actionsFor>[2]) =>
  Object.fromEntries(
    actionsFor(story.input, story.state, actors, OPENED).map((action) => [
      action.verb,
      action.enabled || action.rejection?.code,
    ]),
  );

describe("actions", () => {
  it("offer the holder of the step what the step allows", () => {
    const story = new Story(reportInput).when(specialist, submit());
    expect(verbs(story, divisionHead)).toMatchObject({ approve: true, return: true, reassign: "not-your-right" });
  });

  it("tell everyone else why not", () => {
    const story = new Story(reportInput).when(specialist, submit());
    expect(verbs(story, head)).toMatchObject({ approve: "not-your-step", return: "not-your-step" });
  });

  it("choose among a person's posts the one that may", () => {
    const story = new Story(reportInput).when(specialist, submit());
    const actions = actionsFor(
      story.input,
      story.state,
      [person("SYT", "accountant", "x"), { ...divisionHead, personId: "x" }],
      OPENED,
    );
    expect(actions.find((action) => action.verb === "approve")?.actor.post.role).toBe("division-head");
  });

  it("give an author the true reason, not the nearest post", () => {
    const story = new Story(reportInput).when(specialist, submit());
    expect(verbs(story, { ...divisionHead, personId: specialist.personId })).toMatchObject({ approve: "own-case" });
  });

  it("let the department urge and an administrator remind and reassign", () => {
    const story = new Story(reportInput);
    expect(verbs(story, receiver)).toMatchObject({ remind: true, reassign: "not-your-right" });
    expect(verbs(story, admin)).toMatchObject({ remind: true, reassign: true, submit: "not-your-step" });
  });

  it("let Sở KH&CN take an acceptance back until the report is consolidated", () => {
    const story = sentReport().when(receiver, approve);
    expect(verbs(story, receiver)).toMatchObject({ return: true });
    expect(holdersOf(story.input, story.state)).toEqual([]);
  });
});

describe("who is next", () => {
  it("shows the way behind, the desk now and the way ahead with dates", () => {
    const way = waypointsOf(reportInput, new Story(reportInput).when(specialist, submit()).state);
    expect(way.map((point) => [point.step, point.phase])).toEqual([
      ["draft", "done"],
      ["review", "current"],
      ["sign-off", "ahead"],
      ["dispatch", "ahead"],
      ["intake", "ahead"],
      ["accepted", "ahead"],
      ["consolidated", "ahead"],
    ]);
    const dates = way.flatMap((point) => point.expectedAt ?? []);
    expect(dates).toEqual([...dates].sort((a, b) => a - b));
  });
});

describe("notices", () => {
  it("go to the next desk, once per event and receiver", () => {
    const story = new Story(reportInput).when(specialist, submit());
    const notices = noticesOf(story.input, { event: story.events.at(-1)!, state: story.state });
    expect(notices).toEqual([
      expect.objectContaining({ kind: "your-turn", to: { unit: "SYT", role: "division-head" } }),
    ]);
  });

  it("tell the author how it ended", () => {
    const story = sentReport().when(receiver, approve).hears("consolidated");
    const notices = noticesOf(story.input, { event: story.events.at(-1)!, state: story.state });
    expect(notices.map((notice) => [notice.kind, notice.to.role])).toEqual([["finished", "specialist"]]);
  });
});
