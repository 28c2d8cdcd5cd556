import { describe, expect, it } from "vitest";
import { endOfDay } from "../../../domain/calendar/index.ts";
import { actionsFor, holdersOf, nextTimer } from "../../../domain/engine/index.ts";
import {
  admin,
  agree,
  allApproved,
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
  secondChecker,
  submit,
  viceChair,
} from "./all-kinds.ts";
import { approve, DAY, person, Story } from "./scenario.ts";

const withdraw = { verb: "withdraw", reason: "Gửi nhầm bản" } as const;
const extend = (dueAt: number) => ({ verb: "extend", dueAt, reason: "Chờ số liệu" }) as const;

/** At the check since Thursday 15/10: its three working days end with Tuesday 20/10. */
const checkDue = endOfDay("2026-10-20");
const monday = Date.UTC(2026, 9, 19, 3);
const lastDay = Date.UTC(2026, 9, 20, 3);

/** Both have approved on the last day of the desk. */
const approved = (story = gathered()): Story => {
  story.now = lastDay;
  return story.when(checker, approve).when(secondChecker, approve);
};

describe("what is taken back was never sent", () => {
  it("so the desk finds the due date it had, not a new term", () => {
    const story = approved();
    expect(story.state.step).toBe("opinions");
    expect(story.when(secondChecker, withdraw).state).toMatchObject({ step: "check", dueAt: checkDue });
    expect(story.state.clock).toMatchObject({ pausedAt: null, left: { opinions: 5 } });
  });

  it("and keeps its extension", () => {
    const later = endOfDay("2026-10-27");
    const story = approved(gathered().when(admin, extend(later))).when(secondChecker, withdraw);
    expect(story.state.dueAt).toBe(later);
    expect(story.state.clock.extended).toMatchObject([{ from: checkDue, to: later, of: "step" }]);
  });

  it("and is not reminded again of what it was told, but of what came due meanwhile", () => {
    const story = gathered().until(lastDay);
    expect(story.state.fired).toEqual(["remind:0"]);
    story.when(checker, approve).when(secondChecker, approve).when(secondChecker, withdraw);
    expect(story.state.fired).toEqual(["remind:0"]);
    const overdue = approved(gathered().until(lastDay));
    overdue.now = checkDue + DAY;
    overdue.when(secondChecker, withdraw);
    expect(nextTimer(overdue.input, overdue.state)).toMatchObject({ key: "overdue", at: checkDue });
  });

  it("with its time running, though it sent the file on over an open question", () => {
    const story = gathered();
    story.now = Date.UTC(2026, 9, 16, 3);
    story.when(checker, { verb: "clarify", reason: "Vì sao?", to: "draft" });
    story.now = monday;
    story.when(checker, approve).when(secondChecker, approve).when(secondChecker, withdraw);
    // Asked on Friday, sent on Monday: one working day did not count.
    expect(story.state).toMatchObject({ questions: [], dueAt: endOfDay("2026-10-21") });
  });

  it("and the reason for which it had come back", () => {
    const story = atSign().when(chair, back("lines"));
    expect(story.state).toMatchObject({ step: "lines", returned: { from: "sign" } });
    story.when(viceChair, allApproved);
    expect(story.state).toMatchObject({ step: "sign", returned: null });
    story.when(viceChair, withdraw);
    expect(story.state).toMatchObject({ step: "lines", returned: { from: "sign" } });
  });

  it("while the desk it was sent to keeps what is left of its own time", () => {
    const story = approved();
    story.now = Date.UTC(2026, 9, 22, 3);
    story.when(secondChecker, withdraw).when(secondChecker, approve);
    expect(story.state).toMatchObject({ step: "opinions", dueAt: endOfDay("2026-10-27") });
  });

  it("and an extension of the case's own term stays, whoever decided on it", () => {
    const table = structuredClone(kindsInput.pipeline);
    Object.assign(table.steps.draft!, { to: "check", deadline: { by: "case", remind: [] } });
    Object.assign(table.steps.check!, { quorum: 1, deadline: { by: "case", remind: [] } });
    const story = new Story({ ...kindsInput, pipeline: table }).when(drafter, submit());
    const later = story.state.dueAt! + 7 * DAY;
    story.when(admin, extend(later)).when(drafter, withdraw);
    expect(story.state).toMatchObject({ step: "draft", dueAt: later });
    expect(story.state.clock.extended).toHaveLength(1);
  });
});

describe("a vote that has not led the case on", () => {
  it("is its giver's to take back, and may be given again", () => {
    const story = gathered().when(checker, approve).when(checker, withdraw);
    expect(story.lastRejection).toBeNull();
    expect(story.state).toMatchObject({ step: "check", round: 1, votes: [] });
    expect(story.state.signatures).toMatchObject([{ step: "check", supersededBy: story.state.seq }]);
    expect(story.events.at(-1)).toMatchObject({ type: "withdrawn", data: { refersTo: 4 } });
    expect(story.events.at(-1)).not.toHaveProperty("to");
    story.when(checker, approve).when(secondChecker, approve);
    expect(story.state.step).toBe("opinions");
  });

  it("is nobody else's, whoever sent the case to this desk", () => {
    const story = gathered().when(checker, approve);
    expect(story.when(collector, withdraw).lastRejection).toEqual({ code: "nothing-to-withdraw" });
    expect(story.when(secondChecker, withdraw).lastRejection).toEqual({ code: "nothing-to-withdraw" });
  });

  it("given for somebody is both persons' to take back", () => {
    const until = gathered().now + DAY;
    const deputy = {
      ...person("SKHCN", "specialist", "deputy"),
      onBehalfOf: { delegationId: "d", personId: checker.personId, name: checker.name, post: checker.post, until },
    };
    for (const who of [deputy, checker]) {
      const story = gathered().when(deputy, approve).when(who, withdraw);
      expect([story.lastRejection, story.state.votes]).toEqual([null, []]);
    }
  });

  it("is offered to its giver as long as it can be taken back", () => {
    const offered = (story: Story) =>
      actionsFor(story.input, story.state, [checker], story.now).find(({ verb }) => verb === "withdraw")?.enabled;
    expect(offered(gathered())).toBe(false);
    expect(offered(gathered().when(checker, approve))).toBe(true);
    expect(offered(gathered().when(checker, approve).when(secondChecker, approve))).toBe(false);
  });

  it("leaves the fulfilment of the duty alone", () => {
    const table = structuredClone(kindsInput.pipeline);
    Object.assign(table.steps.check!, { fulfilsDuty: true });
    const story = gathered({}, { ...kindsInput, pipeline: table });
    const { sentAt } = story.state;
    expect(sentAt).not.toBeNull();
    expect(story.when(checker, approve).when(checker, withdraw).state.sentAt).toBe(sentAt);
  });
});

describe("an opinion while others are awaited", () => {
  it("is its giver's to take back; the unit is asked again", () => {
    const story = atOpinions().when(finance, agree);
    expect(story.state.consulted[0]).toMatchObject({ unit: "STC", answered: 6, position: "agree" });
    story.when(finance, withdraw);
    expect(story.state.consulted[0]).toEqual({ unit: "STC", roles: ["head"], answered: null });
    expect(holdersOf(story.input, story.state).map(({ unit }) => unit)).toContain("STC");
    expect(story.when(finance, agree).lastRejection).toBeNull();
  });
});

describe("the duty", () => {
  const duty = () => {
    const table = structuredClone(kindsInput.pipeline);
    Object.assign(table.steps.check!, { fulfilsDuty: true });
    return { ...kindsInput, pipeline: table };
  };

  it("counts as unfulfilled when the very act that fulfilled it is taken back, and only then", () => {
    const story = gathered({}, duty()).when(collector, withdraw);
    expect(story.state).toMatchObject({ step: "gather", sentAt: null, late: false });
    const beyond = atOpinions({}, duty()).when(secondChecker, withdraw);
    expect(beyond.state).toMatchObject({ step: "check", sentAt: beyond.events[0]!.at });
  });

  it("is fulfilled by a step that is passed over, at the time of the act that passes it", () => {
    // The check stands from the first round; the duty falls due with it only under this table.
    const story = atOpinions().when(viceChair, approve);
    story.when(person("SKHCN", "specialist", "coordinator"), back("draft")).when(drafter, submit());
    story.input = duty();
    story.now += DAY;
    story.when(collector, freeze());
    expect(story.events.at(-1)?.data.passed).toEqual(["check"]);
    expect(story.state).toMatchObject({ step: "opinions", sentAt: story.now });
    expect(story.when(collector, withdraw).state.sentAt).toBeNull();
  });
});
