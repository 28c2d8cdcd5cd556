import { describe, expect, it } from "vitest";
import {
  actionsFor,
  holdersOf,
  noticesOf,
  waypointsOf,
  type Actor,
  type CommandBody,
  type Verb,
} from "../../../domain/engine/index.ts";
import { annualReport } from "../../../domain/pipelines/index.ts";
import {
  admin as firstAdmin,
  atLines,
  atOpinions,
  checker,
  collector,
  gathered,
  secondAdmin,
  viceChair,
} from "./all-kinds.ts";
import {
  admin,
  approve,
  divisionHead,
  head,
  inputOf,
  OPENED,
  person,
  receiver,
  reportInput,
  sendBack,
  sentReport,
  specialist,
  Story,
  submit,
} from "./scenario.ts";

const ask: CommandBody = { verb: "clarify", reason: "Vì sao?", to: "draft" };
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

describe("a button is drawn by what the case stands at, not by the post alone", () => {
  const of = (story: Story, verb: Verb, actor: Actor) => verbs(story, actor)[verb];
  const refer: CommandBody = {
    verb: "decide-lines",
    decisions: [{ line: "a", decision: "refer", reason: "Vượt thẩm quyền" }],
  };

  it("recording a resolution only while a line waits for one", () => {
    expect(of(atLines(), "resolve-lines", viceChair)).toBe("no-line-referred");
    expect(of(atLines().when(viceChair, refer), "resolve-lines", viceChair)).toBe(true);
  });

  it("deciding lines only while one is left to decide", () => {
    const story = atLines().when(viceChair, refer);
    expect(of(story, "decide-lines", viceChair)).toBe(true);
    story.when(viceChair, { verb: "decide-lines", decisions: [{ line: "b", decision: "approve" }] });
    expect(of(story, "decide-lines", viceChair)).toBe("line-not-open");
  });

  it("closing the opinions only after their term", () => {
    const story = atOpinions();
    expect(of(story, "proceed", collector)).toBe("term-not-over");
    story.until(story.state.dueAt!);
    expect(actionsFor(story.input, story.state, [collector], story.now)).toContainEqual(
      expect.objectContaining({ verb: "proceed", enabled: true }),
    );
  });

  it("removing a unit only while another is asked as well", () => {
    expect(of(atOpinions(), "unconsult", collector)).toBe(true);
    expect(of(atOpinions({ facts: { amount: 1 } }), "unconsult", collector)).toBe("last-unit");
  });

  it("asking only while nobody is asked", () => {
    expect(of(gathered(), "clarify", checker)).toBe(true);
    expect(of(gathered().when(checker, ask), "clarify", checker)).toBe("question-open");
  });

  it("proposing a skip once, confirming it by another", () => {
    const propose: CommandBody = { verb: "skip", reason: "Khuyết chức danh" };
    const story = gathered();
    expect([of(story, "skip", firstAdmin), of(story, "confirm-skip", secondAdmin)]).toEqual([
      true,
      "skip-not-proposed",
    ]);
    story.when(firstAdmin, propose);
    expect([of(story, "skip", secondAdmin), of(story, "confirm-skip", secondAdmin)]).toEqual([
      "skip-already-proposed",
      true,
    ]);
    expect(of(story, "confirm-skip", firstAdmin)).toBe("second-person-needed");
  });

  it("moving a date only where one runs", () => {
    expect(of(gathered(), "extend", firstAdmin)).toBe(true);
    expect(of(gathered().when(checker, ask), "extend", firstAdmin)).toBe("clock-paused");
  });

  it("sending back only to desks that this case's way passes", () => {
    const straight = new Story(inputOf(annualReport, { settings: { contentReview: false } })).when(
      specialist,
      submit(),
    );
    const targets = (story: Story) =>
      actionsFor(story.input, story.state, [head], story.now).find(({ verb }) => verb === "return")?.targets;
    expect(targets(straight)).toEqual(["draft"]);
    expect(straight.when(head, sendBack({ to: "review" })).lastRejection).toMatchObject({ allowed: ["draft"] });
    expect(targets(new Story(reportInput).when(specialist, submit()).when(divisionHead, approve))).toEqual([
      "draft",
      "review",
    ]);
    const only = structuredClone(annualReport);
    Object.assign(only.steps["sign-off"]!, { on: { approve: "dispatch", return: ["review"] } });
    const nowhere = new Story(inputOf(only, { settings: { contentReview: false } })).when(specialist, submit());
    expect(nowhere.when(head, sendBack()).lastRejection?.code).toBe("target-not-allowed");
    expect(of(nowhere, "return", head)).toBe("target-not-allowed");
  });

  it("urging never by whoever checks the system, in whatever unit", () => {
    expect(of(new Story(reportInput), "remind", person("SKHCN", "auditor"))).toBe("not-your-right");
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
  it("tell the other administrators that a skip waits for one of them", () => {
    const story = gathered().when(firstAdmin, { verb: "skip", reason: "Khuyết chức danh" });
    expect(noticesOf(story.input, { event: story.events.at(-1)!, state: story.state })).toEqual([
      expect.objectContaining({
        kind: "skip-proposed",
        to: { unit: "SKHCN", role: "admin" },
        params: expect.objectContaining({ by: firstAdmin.name, reason: "Khuyết chức danh" }) as object,
      }),
    ]);
  });

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
