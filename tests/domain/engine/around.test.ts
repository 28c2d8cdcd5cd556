import { describe, expect, it } from "vitest";
import { finishTask, holdersOf, noticesOf, questionsOf, taskDue } from "../../../domain/engine/index.ts";
import {
  admin,
  agree,
  atIssue,
  atLines,
  atOpinions,
  atTask,
  checker,
  collector,
  drafter,
  finance,
  gathered,
  kindsInput,
  officer,
  officeClerk,
  secondAdmin,
  secondChecker,
  submit,
  viceChair,
} from "./all-kinds.ts";
import { DAY, DUE, person, reportInput, specialist, Story } from "./scenario.ts";

const approve = { verb: "approve" } as const;
const kinds = (story: Story) =>
  noticesOf(story.input, { event: story.events.at(-1)!, state: story.state }).map(({ kind, to }) => [kind, to.unit]);

describe("a question", () => {
  const ask = { verb: "clarify", reason: "Số liệu này lấy ở đâu?", to: "draft" } as const;
  const answer = { verb: "answer", comment: "Theo biểu 03" } as const;

  it("goes to the holders of an earlier step while the case stays where it is and its clock rests", () => {
    const story = gathered().when(checker, ask);
    expect(story.state).toMatchObject({
      step: "check",
      round: 1,
      dueAt: null,
      questions: [{ by: checker.name, text: ask.reason }],
    });
    expect(holdersOf(story.input, story.state).map(({ unit }) => unit)).toEqual(["SKHCN", "SKHCN", "SYT"]);
    expect(kinds(story)).toEqual([["clarification-asked", "SYT"]]);
    story.when(drafter, answer);
    expect(story.state.questions).toEqual([]);
    expect(kinds(story)).toEqual([["clarified", "SKHCN"]]);
    expect(story.state.dueAt).not.toBeNull();
    expect(story.events.at(-1)).toMatchObject({ type: "clarified", data: { refersTo: 4, comment: "Theo biểu 03" } });
  });

  it("does not keep anybody from deciding, and ends with the step", () => {
    const story = gathered().when(checker, ask).when(checker, approve).when(secondChecker, approve);
    expect(story.state).toMatchObject({ step: "opinions", questions: [] });
    expect(story.when(drafter, answer).lastRejection?.code).toBe("no-question");
  });

  it("has its limits", () => {
    const refusal = (story: Story) => story.lastRejection;
    expect(refusal(gathered().when(checker, { ...ask, to: "sign" }))).toMatchObject({
      code: "target-not-allowed",
      allowed: ["draft", "gather"],
    });
    expect(refusal(gathered().when(checker, { ...ask, reason: "" }))?.code).toBe("reason-required");
    expect(refusal(gathered().when(checker, { ...ask, lines: ["x"] }))).toEqual({ code: "line-unknown", line: "x" });
    expect(refusal(gathered().when(checker, ask).when(checker, ask))).toEqual({ code: "question-open" });
    expect(refusal(gathered().when(drafter, ask))?.code).toBe("not-your-step");
    expect(refusal(gathered().when(checker, ask).when(checker, answer))).toMatchObject({
      code: "not-your-right",
      unit: "SYT",
    });
    expect(
      refusal(
        gathered()
          .when(checker, ask)
          .when(drafter, { ...answer, comment: " " }),
      )?.code,
    ).toBe("reason-required");
  });
});

describe("several questions", () => {
  const ask = { verb: "clarify", reason: "Số liệu này lấy ở đâu?", to: "draft" } as const;
  const answer = { verb: "answer", comment: "Theo biểu 03" } as const;
  const both = () =>
    gathered()
      .when(checker, ask)
      .when(secondChecker, { ...ask, reason: "Ai ký?" });
  const numbers = (story: Story) => questionsOf(story.state).map(({ seq }) => seq);

  it("may be open, one of each asker; which is answered must be said, and the clock runs on after the last", () => {
    const story = both();
    expect(numbers(story)).toEqual([4, 5]);
    expect(story.when(drafter, answer).lastRejection).toEqual({ code: "question-unclear", questions: [4, 5] });
    expect(story.when(drafter, { ...answer, question: 9 }).lastRejection?.code).toBe("question-unclear");
    story.when(drafter, { ...answer, question: 5 });
    expect([numbers(story), story.state.dueAt]).toEqual([[4], null]);
    story.when(drafter, answer);
    expect(numbers(story)).toEqual([]);
    expect(story.state.dueAt).not.toBeNull();
  });

  it("are taken back by whoever asked, by their post or by an administrator, with a reason, and the asked hear of it", () => {
    const retract = { verb: "retract-question", reason: "Đã tìm thấy" } as const;
    const story = both();
    expect(story.when(drafter, retract).lastRejection?.code).toBe("not-your-right");
    expect(story.when(checker, { ...retract, reason: " " }).lastRejection?.code).toBe("reason-required");
    story.when({ ...checker, personId: "successor" }, retract);
    expect([numbers(story), kinds(story)]).toEqual([[5], [["clarification-withdrawn", "SYT"]]]);
    story.when(admin, retract);
    expect(numbers(story)).toEqual([]);
    expect(story.state.dueAt).not.toBeNull();
    expect(story.when(admin, retract).lastRejection?.code).toBe("no-question");
  });

  it("of one consulted unit neither stop the clock of the others nor keep them from asking", () => {
    const story = atOpinions();
    const { dueAt } = story.state;
    story.when(finance, ask).when(person("SKHDT", "head"), ask);
    expect(numbers(story)).toHaveLength(2);
    expect(story.state.dueAt).toBe(dueAt);
    expect(story.state.clock.pausedAt).toBeNull();
  });

  it("remind those who were asked after two and five working days, and nobody else", () => {
    const story = gathered().when(checker, ask);
    // Thursday 15/10 to Monday 19/10.
    story.until(story.now + 4 * DAY - 1);
    expect(story.events).toHaveLength(4);
    story.until(story.now + 1);
    const reminded = story.events.at(-1);
    expect(reminded).toMatchObject({ type: "reminded", data: { timer: "asked:4:2", told: [{ unit: "SYT" }] } });
    expect(kinds(story)).toEqual([["reminder", "SYT"]]);
    story.until(story.now + 7 * DAY).until(story.now + 7 * DAY);
    expect(story.events.slice(-1)).toMatchObject([{ data: { timer: "asked:4:5" } }]);
    expect(story.events).toHaveLength(6);
  });
});

describe("an extension", () => {
  const extend = (story: Story, days: number) =>
    ({ verb: "extend", dueAt: (story.state.dueAt ?? 0) + days * DAY, reason: "Chờ số liệu" }) as const;

  it("is an administrator's, keeps the old date and the reason, and reminds anew", () => {
    const story = gathered();
    const before = story.state.dueAt!;
    story.until(before);
    expect(story.state.fired).toContain("overdue");
    story.when(admin, extend(story, 7));
    expect(story.state.dueAt).toBeGreaterThan(before);
    expect(story.state.fired).not.toContain("overdue");
    expect(story.state.clock.extended).toMatchObject([{ from: before, reason: "Chờ số liệu", of: "step" }]);
    expect(story.events.at(-1)?.data.due?.from).toBe(before);
    expect(kinds(story)[0]?.[0]).toBe("extended");
  });

  it("moves the term of a case that is due with it, and lateness is judged by the new one", () => {
    const story = new Story(reportInput);
    story.when(admin, extend(story, 7));
    expect(story.state.dueAt).toBe(DUE + 7 * DAY);
    story.now = DUE + DAY;
    story.when(specialist, submit());
    expect(story.state.dueAt).toBe(DUE + 7 * DAY);
  });

  it("only moves a date later, and where there is one", () => {
    const story = gathered();
    expect(story.when(admin, extend(story, 0)).lastRejection?.code).toBe("due-not-later");
    expect(story.when(checker, extend(story, 1)).lastRejection).toMatchObject({
      code: "not-your-right",
      needs: { roles: ["admin"] },
    });
    expect(story.when(admin, { ...extend(story, 1), reason: "" }).lastRejection?.code).toBe("reason-required");
    story.now = story.state.dueAt! + 3 * DAY;
    expect(story.when(admin, extend(story, 3)).lastRejection?.code).toBe("due-not-later");
    const undated = new Story(kindsInput).when(drafter, submit());
    expect(undated.when(admin, extend(undated, 1)).lastRejection?.code).toBe("verb-not-available");
  });

  it("waits for the answer while a question has stopped the clock: there is no date to move", () => {
    const asked = gathered().when(checker, { verb: "clarify", reason: "Vì sao?", to: "draft" });
    const later = { ...extend(gathered(), 7) };
    expect(asked.when(admin, later).lastRejection).toEqual({ code: "clock-paused" });
    expect(asked.when(drafter, { verb: "answer", comment: "Vì" }).when(admin, later).lastRejection).toBeNull();
  });

  it("stays in the state for the latest twenty; the record has them all", () => {
    const story = gathered();
    for (let times = 0; times < 25; times += 1) story.when(admin, extend(story, 1));
    expect(story.state.clock.extended).toHaveLength(20);
    expect(story.state.clock.extended.at(-1)).toMatchObject({ to: story.state.dueAt });
    expect(story.events.filter(({ type }) => type === "extended")).toHaveLength(25);
  });

  it("is refused when the new year has no calendar", () => {
    const story = gathered();
    story.when(admin, { ...extend(story, 1), dueAt: Date.UTC(2031, 1, 1) });
    expect(story.lastRejection).toMatchObject({ code: "calendar-missing" });
  });
});

describe("skipping a step", () => {
  const propose = { verb: "skip", reason: "Không còn ai giữ chức danh" } as const;
  const confirm = { verb: "confirm-skip" } as const;

  it("takes two administrators; both are in the record, and nobody has signed", () => {
    const story = gathered().when(admin, propose);
    expect(story.state).toMatchObject({ step: "check", skip: { by: admin.name, reason: propose.reason } });
    const told = noticesOf(story.input, { event: story.events.at(-1)!, state: story.state });
    expect(told).toMatchObject([{ kind: "skip-proposed", to: admin.post }]);
    story.when(secondAdmin, confirm);
    expect(story.state).toMatchObject({ step: "opinions", skip: null, signatures: [] });
    expect(story.events.at(-1)).toMatchObject({
      type: "skipped",
      actor: { name: secondAdmin.name },
      data: { proposedBy: admin.name, refersTo: 4 },
    });
  });

  it("names the units that were not heard", () => {
    const story = atOpinions().when(finance, agree).when(admin, propose).when(secondAdmin, confirm);
    expect(story.events.at(-1)?.data.silent).toEqual(["SKHDT"]);
  });

  it("is never one person's, in whatever post", () => {
    const story = gathered().when(admin, propose);
    const again = { ...secondAdmin, personId: admin.personId };
    expect(story.when(again, confirm).lastRejection).toEqual({ code: "second-person-needed", by: admin.name });
    const through = {
      ...secondAdmin,
      onBehalfOf: { personId: admin.personId, name: "", post: admin.post, delegationId: "d", until: 4e12 },
    };
    expect(story.when(through, confirm).lastRejection?.code).toBe("second-person-needed");
  });

  it("has its order and its limits", () => {
    expect(gathered().when(secondAdmin, confirm).lastRejection).toEqual({ code: "skip-not-proposed" });
    expect(gathered().when(admin, propose).when(secondAdmin, propose).lastRejection).toEqual({
      code: "skip-already-proposed",
      by: admin.name,
    });
    expect(gathered().when(checker, propose).lastRejection?.code).toBe("not-your-right");
    expect(gathered().when(admin, { ...propose, reason: "" }).lastRejection?.code).toBe("reason-required");
    expect(gathered({ drafters: [admin.personId] }).when(admin, propose).lastRejection?.code).toBe("own-case");
    for (const story of [atIssue(), atLines()])
      expect(story.when(admin, propose).lastRejection?.code).toBe("verb-not-available");
  });

  it("lapses with the step it was proposed for", () => {
    const story = gathered().when(admin, propose).when(checker, approve).when(secondChecker, approve);
    expect(story.when(secondAdmin, confirm).lastRejection).toEqual({ code: "skip-not-proposed" });
  });
});

describe("a comment", () => {
  const comment = { verb: "comment", comment: "Đã trao đổi qua điện thoại" } as const;

  it("is open to every unit with a seat and moves nothing", () => {
    const story = gathered().when(person("STC", "accountant"), comment);
    expect(story.state).toMatchObject({ step: "check", seq: 4 });
    expect(story.events.at(-1)).toMatchObject({ type: "commented", data: { comment: comment.comment } });
  });

  it("is not for strangers and auditors, and not empty", () => {
    expect(gathered().when(person("SXD", "head"), comment).lastRejection?.code).toBe("not-your-right");
    expect(gathered().when(person("SYT", "auditor"), comment).lastRejection?.code).toBe("not-your-right");
    expect(gathered().when(checker, { ...comment, comment: "" }).lastRejection?.code).toBe("reason-required");
  });
});

describe("branches on the content", () => {
  it("follow the facts frozen with it, never a setting of the same name", () => {
    const urgent = new Story(kindsInput).when(drafter, submit("v1", { facts: { urgent: true } }));
    expect(urgent.state.step).toBe("lines");
    const setting = new Story({ ...kindsInput, settings: { urgent: true } }).when(drafter, submit());
    expect(setting.state.step).toBe("gather");
    expect(urgent.when(viceChair, { verb: "comment", comment: "x" }).state.facts).toEqual({ urgent: true });
  });
});

describe("work of the system", () => {
  const result = { task: "send", enteredSeq: 9 };

  it("is owed by a task step, and its result moves the case on once", () => {
    const story = atTask();
    const work = taskDue(story.input, story.state);
    expect(work).toMatchObject({ task: "send", step: "send", enteredSeq: story.state.seq });
    const event = finishTask(story.input, story.state, { task: "send", enteredSeq: story.state.enteredSeq }, story.now);
    expect(event).toMatchObject({ type: "task-done", to: "wait", actor: null, data: { task: "send" } });
  });

  it("is nobody's to decide, and another stay's or another task's result moves nothing", () => {
    const story = atTask();
    expect(holdersOf(story.input, story.state)).toEqual([]);
    expect(story.when(officeClerk, approve).lastRejection?.code).toBe("verb-not-available");
    expect(finishTask(story.input, story.state, result, story.now)).toBeNull();
    const other = { task: "other", enteredSeq: story.state.enteredSeq };
    expect(finishTask(story.input, story.state, other, story.now)).toBeNull();
    expect(taskDue(story.input, gathered().state)).toBeNull();
  });

  it("is skipped by two administrators; the wait after it is its holder's to take back", () => {
    const story = atTask().when(admin, { verb: "skip", reason: "Hỏng" }).when(secondAdmin, { verb: "confirm-skip" });
    expect(story.state.step).toBe("wait");
    const back = { verb: "return", code: "other", reason: "Sửa", sections: [] } as const;
    expect(story.when(officer, { ...back, sections: [] }).state).toMatchObject({ step: "draft", round: 2 });
    expect(story.when(collector, submit()).lastRejection?.code).toBe("not-your-step");
  });
});
