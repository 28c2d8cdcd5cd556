import { describe, expect, it } from "vitest";
import {
  GENESIS,
  hashOf,
  inputAfter,
  openCase,
  evolve,
  verifyChain,
  type CaseState,
  type CommandBody,
  type MigrationObstacle,
  type MigrationOrder,
  type Pipeline,
  type Step,
} from "../../../domain/engine/index.ts";
import { obstacleText, previewMigration } from "../../../domain/migrate/index.ts";
import { annualReport } from "../../../domain/pipelines/index.ts";
import {
  admin,
  approve,
  clerk,
  DAY,
  divisionHead,
  head,
  inputOf,
  issue,
  OPENED,
  person,
  receiver,
  reportInput,
  sendBack,
  sentReport,
  specialist,
  Story,
  submit,
} from "../engine/scenario.ts";

type Steps = Record<string, object | undefined>;

const NOW = annualReport.version;

/** The annual report's next version: fields of steps set otherwise, steps added, or taken away (`undefined`). */
function next(over: Steps = {}, version = NOW + 1): Pipeline {
  const merged = Object.entries({ ...annualReport.steps, ...over }).flatMap(([id]) => {
    if (id in over && over[id] === undefined) return [];
    const step = { ...annualReport.steps[id], ...over[id] };
    return [[id, Object.fromEntries(Object.entries(step).filter(([, value]) => value !== undefined))]];
  });
  return { ...annualReport, version, steps: Object.fromEntries(merged) as Record<string, Step> };
}

const order = (target: Pipeline, over: Partial<MigrationOrder> = {}): MigrationOrder => ({
  target,
  renames: {},
  timers: "keep",
  ...over,
});
const migrate = (to: MigrationOrder, reason = "Quy chế mới"): CommandBody => ({ verb: "migrate", order: to, reason });

const atReview = () => new Story(reportInput).when(specialist, submit());
const preview = (story: Story, to: MigrationOrder) =>
  previewMigration(story.input, story.state, to.target, { ...to, now: story.now });
const codes = (story: Story, to: MigrationOrder) => preview(story, to).obstacles.map(({ code }) => code);

describe("a preview", () => {
  it("says that nothing changes where the tables say the same of the step", () => {
    const seen = preview(atReview(), order(next()));
    expect(seen).toMatchObject({
      obstacles: [],
      gains: [],
      loses: [],
      version: { before: NOW, after: NOW + 1 },
      step: { before: "review", after: "review" },
      quorum: { before: 1, after: 1 },
    });
    expect(seen.dueAt.before).toBe(seen.dueAt.after);
    expect(seen.timers.map(({ what }) => what)).toEqual(seen.timers.map(() => "kept"));
    expect(seen.timers.length).toBeGreaterThan(3);
  });

  it("says who gains and who loses the right to act, the quorum, and where a return may lead", () => {
    const review = { by: { party: "owner", roles: ["deputy-head"] }, quorum: 2, on: { approve: "sign-off" } };
    expect(preview(atReview(), order(next({ review })))).toMatchObject({
      gains: [{ unit: "SYT", role: "deputy-head" }],
      loses: [{ unit: "SYT", role: "division-head" }],
      quorum: { before: 1, after: 2 },
      returnsTo: { before: ["draft"], after: [] },
    });
  });

  it("says of every timer what becomes of it", () => {
    const story = sentReport();
    const deadline = { by: { workingDays: 5 }, remind: [2], escalate: undefined };
    const recomputed = preview(story, order(next({ intake: { deadline } }), { timers: "recompute" }));
    expect(Object.fromEntries(recomputed.timers.map(({ key, what }) => [key, what]))).toEqual({
      "remind:2": "added",
      overdue: "moved",
      "remind:0": "dropped",
      "escalate:1": "dropped",
    });
    const kept = preview(story, order(next({ intake: { deadline } })));
    expect(kept.timers).toContainEqual(expect.objectContaining({ key: "overdue", what: "kept" }));
    expect(kept.dueAt.after).toBe(story.state.dueAt);
    expect(recomputed.dueAt.after).toBeGreaterThan(story.state.dueAt as number);
  });
});

describe("a migrated case", () => {
  const renamed = next({
    review: undefined,
    "content-check": { ...annualReport.steps.review, on: { approve: "sign-off", return: ["draft"] } },
    check: { when: [{ if: { field: "contentReview", is: true }, to: "content-check" }] },
  });

  it("stays where it is, with its content and signatures, and goes on under the new table", () => {
    const story = atReview();
    const { content, signatures, round } = story.state;
    story.when(admin, migrate(order(renamed, { renames: { review: "content-check" } })));
    expect(story.lastRejection).toBeNull();
    expect(story.state).toMatchObject({ step: "content-check", pipelineVersion: NOW + 1, content, signatures, round });
    story.when(divisionHead, approve).when(head, approve).when(clerk, issue).when(receiver, approve);
    expect(story.state).toMatchObject({ step: "accepted", pipelineVersion: NOW + 1 });
    expect(story.state.signatures.map(({ step }) => step)).toEqual(["content-check", "sign-off", "intake"]);
  });

  it("bears both tables' hashes and the new table in one sealed event", () => {
    const story = atReview().when(admin, migrate(order(next())));
    const event = story.events.at(-1);
    expect(event).toMatchObject({
      type: "migrated",
      pipeline: `annual-report@${NOW}`,
      actor: admin,
      data: {
        reason: "Quy chế mới",
        migration: {
          from: { version: NOW, hash: hashOf(annualReport) },
          to: { version: NOW + 1, hash: hashOf(next()) },
        },
      },
    });
    story.when(divisionHead, approve);
    expect(story.events.at(-1)?.pipeline).toBe(`annual-report@${NOW + 1}`);
    expect(verifyChain(story.events)).toEqual({ ok: true });
  });

  it("is a function of its events alone", () => {
    const story = sentReport()
      .when(admin, migrate(order(next(), { timers: "recompute" })))
      .when(receiver, sendBack());
    let input = reportInput;
    let { state } = openCase(input, OPENED);
    expect(story.events[0]?.prevHash).toBe(GENESIS);
    for (const event of story.events.slice(1)) {
      state = evolve(input, state, event);
      input = inputAfter(input, event);
    }
    expect(state).toEqual(story.state);
  });

  it("keeps a date that was to be kept, and computes one that was not", () => {
    const five = next({ intake: { deadline: { by: { workingDays: 5 }, remind: [] } } });
    const before = sentReport().state.dueAt as number;
    expect(sentReport().when(admin, migrate(order(five))).state.dueAt).toBe(before);
    expect(sentReport().when(admin, migrate(order(five, { timers: "recompute" }))).state.dueAt).toBe(before + 2 * DAY);
  });

  it("remembers a kept date as one that was given, with the reason", () => {
    const five = next({ intake: { deadline: { by: { workingDays: 5 }, remind: [] } } });
    const story = sentReport().when(admin, migrate(order(five)));
    const { seq } = story.state;
    expect(story.state.clock.extended).toMatchObject([{ of: "step", seq, reason: "Quy chế mới" }]);
  });

  it("does not send reminders late, and says once that the term is over", () => {
    const story = sentReport();
    story.until(story.now + 6 * DAY);
    expect(story.events.at(-1)?.type).toBe("escalated");
    const many = next({ intake: { deadline: { by: { workingDays: 3 }, remind: [2, 1, 0] } } });
    story.when(admin, migrate(order(many))).until(story.now + DAY);
    expect(story.events.at(-1)?.type).toBe("migrated");
    const shorter = next({ intake: { deadline: { by: { workingDays: 1 }, remind: [0] } } });
    const soon = sentReport();
    soon.until(soon.now + 2 * DAY).when(admin, migrate(order(shorter, { timers: "recompute" })));
    soon.until(soon.now + 1000);
    expect(soon.events.at(-1)?.type).toBe("overdue");
  });

  it("tells those to whom it came by it, and nobody else", () => {
    const told = (target: Pipeline) =>
      atReview()
        .when(admin, migrate(order(target)))
        .events.at(-1)?.data.told;
    expect(told(next())).toEqual([]);
    const review = { by: { party: "owner", roles: ["division-head", "deputy-head"] } };
    expect(told(next({ review }))).toEqual([{ unit: "SYT", role: "deputy-head" }]);
  });

  it("may be migrated again, and only forward", () => {
    const story = atReview()
      .when(admin, migrate(order(next())))
      .when(admin, migrate(order(next({}, NOW + 2))));
    expect(story.state.pipelineVersion).toBe(NOW + 2);
    expect(codes(story, order(next()))).toEqual(["not-newer"]);
  });

  it("loses the way back to a step that is no more, and voids what was signed there when it is returned", () => {
    const story = new Story(reportInput).when(specialist, submit()).when(divisionHead, approve);
    expect(story.state.recall).toMatchObject({ step: "review" });
    const without = next({ review: undefined, check: { when: [], otherwise: "sign-off" } });
    story.when(admin, migrate(order(without)));
    expect(story.state).toMatchObject({ step: "sign-off", recall: null });
    story.when(head, sendBack());
    expect(story.state.step).toBe("draft");
    expect(story.state.signatures).toMatchObject([{ step: "review", supersededBy: story.state.seq }]);
  });
});

describe("a migration is refused", () => {
  it("to everyone but an administrator, and without a reason", () => {
    expect(atReview().when(head, migrate(order(next()))).lastRejection?.code).toBe("not-your-right");
    expect(atReview().when(admin, migrate(order(next()), " ")).lastRejection?.code).toBe("reason-required");
  });

  it("when the case has moved since it was chosen", () => {
    const story = atReview();
    const command = story.command(admin, migrate(order(next())));
    expect(story.when(divisionHead, approve).send(command).lastRejection?.code).toBe("stale");
  });

  it("on a closed case", () => {
    const closed = sentReport().when(receiver, approve).hears("consolidated");
    expect(closed.state.outcome).toBe("completed");
    expect(codes(closed, order(next()))).toEqual(["case-closed"]);
    expect(closed.when(admin, migrate(order(next()))).lastRejection?.code).toBe("case-closed");
  });

  it("is not among the buttons of the case", () => {
    const { lastRejection } = atReview().when(specialist, submit());
    expect(lastRejection).toMatchObject({ code: "verb-not-available" });
    expect((lastRejection as { available: string[] }).available).not.toContain("migrate");
  });
});

const ofTask = (): Story => {
  const { steps } = annualReport;
  const table = {
    ...annualReport,
    steps: {
      ...steps,
      draft: { ...steps.draft, to: "render" },
      render: { kind: "task", run: "x", name: {}, to: "review" },
    },
  } as unknown as Pipeline;
  return new Story(inputOf(table)).when(specialist, submit());
};
const withVotes = (): Story => {
  const review = { ...annualReport.steps.review, quorum: 2 };
  const table = { ...annualReport, steps: { ...annualReport.steps, review } } as Pipeline;
  return new Story(inputOf(table)).when(specialist, submit()).when(divisionHead, approve);
};
const asked = (): Story => {
  const intake = { ...annualReport.steps.intake, clarify: ["dispatch"] };
  const table = { ...annualReport, steps: { ...annualReport.steps, intake } } as Pipeline;
  return sentReport(inputOf(table)).when(receiver, { verb: "clarify", reason: "Số liệu này lấy ở đâu?" });
};
const paused = (): Story => {
  const story = sentReport();
  const clock = { ...story.state.clock, pausedAt: story.now };
  story.state = { ...story.state, clock, dueAt: null };
  return story;
};
const changed = (story: Story, over: Partial<CaseState>): Story => {
  story.state = { ...story.state, ...over };
  return story;
};
const days = (workingDays: number) => ({ deadline: { by: { workingDays }, remind: [] } });
const review = (over: object) => order(next({ review: over }));

interface Refusal {
  story: () => Story;
  to: MigrationOrder;
}

/** One case for every reason. */
const refusals: { [C in MigrationObstacle["code"]]: Refusal } = {
  "other-pipeline": { story: atReview, to: order({ ...next(), id: "another" }) },
  "not-newer": { story: atReview, to: order(next({}, NOW)) },
  "rename-unknown": { story: atReview, to: order(next(), { renames: { review: "nowhere" } }) },
  "rename-collides": { story: atReview, to: order(next(), { renames: { review: "draft" } }) },
  "step-missing": { story: atReview, to: order(next({ review: undefined })) },
  "kind-differs": { story: atReview, to: review({ kind: "issue", series: "BC", to: "sign-off" }) },
  "system-at-work": { story: ofTask, to: order(next({ render: { kind: "task", run: "x", to: "review" } })) },
  "awaits-differ": {
    story: () => sentReport().when(receiver, approve),
    to: order(next({ accepted: { awaits: "decided" } })),
  },
  "milestone-differs": { story: sentReport, to: order(next({ intake: { milestone: "accepted" } })) },
  "duty-lost": { story: atReview, to: order(next({ intake: { fulfilsDuty: undefined } })) },
  "quorum-reached": { story: withVotes, to: order(next()) },
  "nobody-sits": { story: atReview, to: order(next({ intake: { by: { party: "finance", roles: ["head"] } } })) },
  "question-open": { story: asked, to: order(next({ intake: { clarify: undefined } })) },
  "date-not-kept": { story: sentReport, to: order(next({ intake: { deadline: { by: "case", remind: [] } } })) },
  "year-missing": { story: sentReport, to: order(next({ intake: days(400) }), { timers: "recompute" }) },
};

describe.each(Object.entries(refusals))("a migration meets %s", (code, { story, to }) => {
  it("in the preview and in the command alike, and changes nothing", () => {
    const told = story();
    const before = structuredClone(told.state);
    expect(codes(told, to)).toContain(code);
    told.when(admin, migrate(to));
    const refused = code === "system-at-work" ? "verb-not-available" : "migration-not-possible";
    expect(told.lastRejection).toMatchObject({ code: refused });
    expect(told.state).toEqual(before);
    expect(preview(told, to)).toMatchObject({ gains: [], loses: [], step: { after: null } });
  });

  it("and is told why in both languages", () => {
    const obstacle = preview(story(), to).obstacles.find((one) => one.code === code);
    const texts = (["vi", "en"] as const).map((language) => obstacleText(obstacle as MigrationObstacle, language));
    expect(texts[0]).not.toBe(texts[1]);
    for (const text of texts) expect(text).toMatch(/^[^]{15,}\.$/u);
    for (const text of texts) expect(text).not.toMatch(/undefined|null|\[object/);
  });
});

it("a question does not stand in the way where the new table lets it be answered", () => {
  const clarify = ["draft", "dispatch"];
  const story = asked().when(admin, migrate(order(next({ intake: { clarify } }), { timers: "recompute" })));
  expect(story.lastRejection).toBeNull();
  story.when(clerk, { verb: "answer", comment: "Theo biểu 03" });
  expect(story.state).toMatchObject({ questions: [], clock: { pausedAt: null } });
  expect(story.state.dueAt).not.toBeNull();
});

it("what may be taken back keeps its step's name, its time and its reason under new names", () => {
  const story = sentReport()
    .when(receiver, sendBack({ to: "sign-off" }))
    .when(head, approve);
  expect(story.state.recall).toMatchObject({ step: "sign-off", stood: { returned: { from: "intake" } } });
  const { intake, ...others } = annualReport.steps;
  const steps = { ...others, reception: intake, dispatch: { ...others.dispatch, to: "reception" } };
  const target = { ...annualReport, version: NOW + 1, steps } as Pipeline;
  story.when(admin, migrate(order(target, { renames: { intake: "reception" } })));
  expect(story.lastRejection).toBeNull();
  expect(story.state.recall).toMatchObject({ step: "sign-off", stood: { returned: { from: "reception" } } });
  expect(story.state.clock.left).toEqual({ reception: 3 });
});

describe("a date cannot be kept", () => {
  it("while the clock stands still, nor where there is none", () => {
    expect(preview(paused(), order(next({ intake: days(5) }))).obstacles).toEqual([
      { code: "date-not-kept", why: "clock-paused" },
    ]);
    const undated = changed(sentReport(), { dueAt: null });
    expect(preview(undated, order(next({ intake: days(5) }))).obstacles).toEqual([
      { code: "date-not-kept", why: "no-date" },
    ]);
  });

  it("and is dropped, in either way, where the new table sets no term", () => {
    const story = sentReport();
    for (const timers of ["keep", "recompute"] as const) {
      const seen = preview(story, order(next({ intake: { deadline: undefined } }), { timers }));
      expect(seen).toMatchObject({ obstacles: [], dueAt: { after: null } });
      expect(new Set(seen.timers.map(({ what }) => what))).toEqual(new Set(["dropped"]));
    }
  });
});

it("a person's own post is kept through a reassignment", () => {
  const to = { unit: "SYT", role: "deputy-head", personId: "dh" } as const;
  const story = atReview().when(admin, { verb: "reassign", to, reason: "Vắng" });
  const by = { party: "owner", roles: ["head"] };
  expect(preview(story, order(next({ review: { by } })))).toMatchObject({ gains: [], loses: [] });
  story.when(admin, migrate(order(next({ review: { by } })))).when(person("SYT", "deputy-head", "dh"), approve);
  expect(story.state.step).toBe("sign-off");
});
