import { describe, expect, it } from "vitest";
import { openCase, verifyChain, type CommandBody } from "../../../domain/engine/index.ts";
import {
  admin,
  approve,
  clerk,
  content,
  DAY,
  divisionHead,
  dossierInput,
  DUE,
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
} from "./scenario.ts";
import { annualReport } from "../../../domain/pipelines/index.ts";

describe("an agency's annual report", () => {
  it("passes every desk of the agency and of Sở KH&CN up to consolidation", () => {
    const story = sentReport().when(receiver, approve);
    expect(story.state.step).toBe("accepted");
    story.hears("consolidated");
    expect(story.state).toMatchObject({ step: "consolidated", outcome: "completed", seq: 7 });
    expect(story.events.map((event) => event.type)).toEqual([
      "opened",
      "submitted",
      "approved",
      "approved",
      "issued",
      "approved",
      "milestone-reached",
    ]);
  });

  it("skips the content check where the agency has none", () => {
    const story = new Story(inputOf(annualReport, { settings: { contentReview: false } }));
    expect(story.when(specialist, submit()).state.step).toBe("sign-off");
  });

  it("goes back to drafting with reason and sections, opens a new round and supersedes the signatures", () => {
    const story = sentReport().when(receiver, sendBack());
    expect(story.state).toMatchObject({ step: "draft", round: 2 });
    expect(story.state.returned).toMatchObject({ code: "incomplete", sections: ["IV"], from: "intake" });
    expect(story.state.signatures.map((signature) => signature.supersededBy)).toEqual([6, 6]);
  });

  it("gives every desk its turn again in the next round", () => {
    const story = sentReport().when(receiver, sendBack()).when(specialist, submit("v2"));
    expect(story.state).toMatchObject({ step: "review", round: 2, returned: null });
    expect(story.state.content).toMatchObject({ number: 2, hash: content("v2").hash });
  });

  it("lets the deputy sign instead of the head", () => {
    const story = new Story(reportInput).when(specialist, submit()).when(divisionHead, approve);
    expect(story.when(person("SYT", "deputy-head"), approve).state.step).toBe("dispatch");
  });

  it("is late when it was sent at the first instant that is too late, and not a millisecond before", () => {
    const signed = (): Story =>
      new Story(reportInput).when(specialist, submit()).when(divisionHead, approve).when(head, approve);
    const at = (now: number): boolean => {
      const story = signed();
      story.now = now;
      return story.when(clerk, issue).state.late;
    };
    expect([at(DUE - 1), at(DUE), at(DUE + 1)]).toEqual([false, true, true]);
  });
});

describe("refusals", () => {
  it("name the desk that has the turn", () => {
    const story = new Story(reportInput).when(head, submit());
    expect(story.lastRejection).toMatchObject({ code: "not-your-step", step: "draft", unit: "SYT" });
    expect(story.state.seq).toBe(1);
  });

  it("keep a person of another unit out, whatever their role", () => {
    const story = new Story(reportInput).when(specialist, submit());
    expect(story.when(person("STC", "division-head"), approve).lastRejection?.code).toBe("not-your-step");
  });

  it("keep everybody who wrote the content from deciding on it", () => {
    const both = { ...divisionHead, personId: "drafter" };
    const story = new Story(reportInput).when(specialist, {
      verb: "submit",
      content: content("v1"),
      drafters: ["drafter"],
    });
    expect(story.when(both, approve).lastRejection).toEqual({ code: "own-case" });
    expect(story.when(both, sendBack()).lastRejection).toEqual({ code: "own-case" });
  });

  it("keep whoever wrote an earlier version from deciding, though somebody else wrote the last", () => {
    const both = { ...divisionHead, personId: specialist.personId };
    const second = person("SYT", "specialist", "second");
    const story = sentReport().when(receiver, sendBack()).when(second, submit("v1 with a comma"));
    expect(story.state.authors).toEqual([specialist.personId, second.personId]);
    expect(story.when(both, approve).lastRejection).toEqual({ code: "own-case" });
  });

  it("let nobody put forward content that the server never froze", () => {
    const content = { id: "c", hash: "0".repeat(64) };
    const story = new Story(reportInput).when(specialist, { verb: "submit", content, drafters: [] });
    expect(story.lastRejection).toEqual({ code: "content-not-stored" });
    const freeze = { verb: "freeze", content, drafters: [], included: 44, owing: 44, missing: [] } as const;
    const dossier = new Story(dossierInput).when(person("SKHCN", "specialist"), {
      ...freeze,
      drafters: [],
      missing: [],
    });
    expect(dossier.lastRejection).toEqual({ code: "content-not-stored" });
  });

  it("tell a late-comer when the last act was, not when the desk was reached, and pass over what moved nothing", () => {
    const two = structuredClone<typeof annualReport>(annualReport);
    Object.assign(two.steps.review!, { quorum: 2 });
    const story = new Story(inputOf(two)).when(specialist, submit());
    const late = story.command(person("SYT", "division-head", "second"), approve, {
      expected: { step: "draft", round: 1, contentHash: null },
    });
    story.now += DAY;
    story.when(divisionHead, approve);
    story.now += DAY;
    story.when(admin, { verb: "remind", reason: "Sắp hết hạn" });
    expect(story.send(late).lastRejection).toMatchObject({
      code: "stale",
      last: { type: "approved", by: divisionHead.name, seq: 3, at: OPENED + DAY },
    });
  });

  it("tell a late-comer who moved the case meanwhile", () => {
    const story = new Story(reportInput).when(specialist, submit());
    const late = story.command(divisionHead, approve);
    story.when(divisionHead, sendBack());
    expect(story.send(late).lastRejection).toMatchObject({
      code: "stale",
      step: "draft",
      round: 2,
      last: { type: "returned", by: divisionHead.name },
    });
  });

  it("bind a decision to the content that was read", () => {
    const story = new Story(reportInput).when(specialist, submit());
    const read = { step: "review", round: 1, contentHash: content("other").hash };
    expect(story.send(story.command(divisionHead, approve, { expected: read })).lastRejection?.code).toBe("stale");
  });

  it("ask for a reason, and for a step a return may lead to", () => {
    const story = new Story(reportInput).when(specialist, submit());
    expect(story.when(divisionHead, sendBack({ reason: " " })).lastRejection).toEqual({
      code: "reason-required",
      field: "reason",
    });
    expect(story.when(divisionHead, sendBack({ to: "accepted" })).lastRejection).toEqual({
      code: "target-not-allowed",
      to: "accepted",
      allowed: ["draft"],
    });
  });

  it("say which verbs exist at the step instead", () => {
    const story = new Story(reportInput).when(specialist, approve);
    expect(story.lastRejection).toEqual({
      code: "verb-not-available",
      verb: "approve",
      step: "draft",
      available: ["submit", "withdraw", "comment", "reassign", "extend", "remind"],
    });
  });

  it("leave a closed case closed", () => {
    const story = sentReport().when(receiver, approve).hears("consolidated");
    expect(story.when(receiver, sendBack()).lastRejection).toEqual({ code: "case-closed" });
  });

  it("refuse a step whose deadline needs working days nobody entered", () => {
    const calendar = { ...reportInput.calendar, years: [2026] };
    const story = new Story(inputOf(annualReport, { calendar }));
    story.when(specialist, submit()).when(divisionHead, approve).when(head, approve);
    story.now = Date.UTC(2026, 11, 31, 3);
    expect(story.when(clerk, issue).lastRejection).toEqual({ code: "calendar-missing", year: 2027 });
  });
});

describe("delegation", () => {
  const until = OPENED + DAY;
  const deputy = {
    ...person("SYT", "deputy-head", "deputy"),
    onBehalfOf: { personId: head.personId, name: head.name, post: head.post, delegationId: "d1", until },
  };
  const atSignOff = (): Story => new Story(reportInput).when(specialist, submit()).when(divisionHead, approve);

  it("puts both names into the record", () => {
    const { state } = atSignOff().when(deputy, approve);
    expect(state.signatures.at(-1)).toMatchObject({ name: "deputy", onBehalfOf: head.name });
  });

  it("ends at the instant it was given until", () => {
    const story = atSignOff();
    story.now = until;
    expect(story.when(deputy, approve).lastRejection).toEqual({ code: "delegation-over", until });
  });

  it("does not let an author decide through somebody else", () => {
    const forAuthor = { ...deputy, onBehalfOf: { ...deputy.onBehalfOf, personId: specialist.personId } };
    expect(atSignOff().when(forAuthor, approve).lastRejection).toEqual({ code: "own-case" });
  });
});

describe("a quorum", () => {
  const two = structuredClone<typeof annualReport>(annualReport);
  const review = two.steps.review as { quorum?: number };
  review.quorum = 2;
  const atReview = (): Story => new Story(inputOf(two)).when(specialist, submit());

  it("keeps the step until enough different persons agreed", () => {
    const story = atReview().when(divisionHead, approve);
    expect(story.state.step).toBe("review");
    expect(story.when(person("SYT", "division-head", "second"), approve).state.step).toBe("sign-off");
  });

  it("counts one person once", () => {
    expect(atReview().when(divisionHead, approve).when(divisionHead, approve).lastRejection?.code).toBe(
      "already-decided",
    );
  });
});

describe("an administrator", () => {
  it("moves work to another post of the unit, for the present step only", () => {
    const story = new Story(reportInput).when(specialist, submit());
    const to = { unit: "SYT", role: "head" } as const;
    story.when(admin, { verb: "reassign", to, reason: "Trưởng phòng nghỉ ốm" });
    expect(story.when(divisionHead, approve).lastRejection?.code).toBe("not-your-step");
    expect(story.when(head, approve).state).toMatchObject({ step: "sign-off", assigned: null });
  });

  it("never moves it to a unit that has no seat in the case, nor to a role without approval rights", () => {
    const story = new Story(reportInput).when(specialist, submit());
    const reassign = (unit: string, role: "head" | "admin") =>
      story.when(admin, { verb: "reassign", to: { unit, role }, reason: "…" }).lastRejection?.code;
    expect([reassign("STC", "head"), reassign("SYT", "admin")]).toEqual([
      "assignee-not-allowed",
      "assignee-not-allowed",
    ]);
  });

  it("never decides", () => {
    const story = new Story(reportInput).when(specialist, submit());
    expect(story.when(admin, approve).lastRejection?.code).toBe("not-your-step");
  });

  it("reminds whoever has the turn, without moving anything", () => {
    const story = new Story(reportInput).when(admin, { verb: "remind", reason: "Sắp hết hạn" });
    expect(story.state).toMatchObject({ step: "draft", seq: 2 });
    expect(story.events.at(-1)?.data.told).toEqual([{ unit: "SYT", role: "specialist" }]);
  });
});

describe("the dossier", () => {
  const officer = person("SKHCN", "specialist");
  const freeze = (included: number, missing: { unit: string; reason: string }[] = []): CommandBody => ({
    verb: "freeze",
    content: content("dossier"),
    drafters: [],
    included,
    owing: 44,
    missing,
  });

  it("is frozen with a reason for everyone who is missing, then goes up to UBND and is published", () => {
    const story = new Story(dossierInput)
      .when(officer, freeze(43, [{ unit: "H514", reason: "Chưa có báo cáo" }]))
      .when(person("SKHCN", "division-head"), approve)
      .when(person("SKHCN", "head"), approve)
      .when(person("SKHCN", "records-clerk"), issue)
      .when(person("VP_UBND", "specialist"), approve)
      .when(person("UBND_TINH", "vice-chair"), approve)
      .when(person("VP_UBND", "records-clerk"), issue);
    expect(story.lastRejection).toBeNull();
    expect(story.state).toMatchObject({ step: "published", outcome: "completed" });
    expect(story.state.issued.map((number) => number.series)).toEqual(["TTr", "BC"]);
  });

  it("is not frozen while a missing member has no reason", () => {
    const story = new Story(dossierInput).when(officer, freeze(43, [{ unit: "H514", reason: "" }]));
    expect(story.lastRejection).toEqual({ code: "missing-unexplained", unit: "H514" });
  });

  it("may be sent back by UBND to the department or to its own office", () => {
    const upTo = () =>
      new Story(dossierInput)
        .when(officer, freeze(44))
        .when(person("SKHCN", "division-head"), approve)
        .when(person("SKHCN", "head"), approve)
        .when(person("SKHCN", "records-clerk"), issue)
        .when(person("VP_UBND", "specialist"), approve);
    const chair = person("UBND_TINH", "chair");
    expect(upTo().when(chair, sendBack({ sections: [] })).state).toMatchObject({ step: "consolidate", round: 2 });
    expect(upTo().when(chair, sendBack({ to: "examination" })).state.step).toBe("examination");
  });
});

describe("the seal", () => {
  it("verifies a whole case offline and finds the first altered event", () => {
    const { events } = sentReport();
    expect(verifyChain(events)).toEqual({ ok: true });
    const forged = structuredClone(events);
    forged[2]!.at += 1;
    expect(verifyChain(forged)).toEqual({ ok: false, seq: 3 });
    expect(verifyChain(events.slice(1))).toEqual({ ok: false, seq: 1 });
  });

  it("is the same for the same opening, whoever computes it", () => {
    expect(openCase(reportInput, OPENED).event.hash).toBe(openCase(structuredClone(reportInput), OPENED).event.hash);
  });
});
