import { describe, expect, it } from "vitest";
import type { Actor, Delegation } from "../../../domain/engine/index.ts";
import { actionsFor } from "../../../domain/engine/index.ts";
import { atSign, chair, gathered, checker, viceChair } from "./all-kinds.ts";
import { DAY, OPENED, person } from "./scenario.ts";

const sign = (actor: Actor, mark?: "own" | "TM." | "KT." | "TUQ." | "TL.") =>
  atSign().when(actor, { verb: "approve", ...(mark && { mark }) });

const delegation = (over: Partial<Delegation> = {}): Delegation => ({
  delegationId: "d1",
  personId: chair.personId,
  name: "Chủ tịch",
  post: chair.post,
  until: OPENED + 30 * DAY,
  ...over,
});
const delegate = (over: Partial<Delegation> = {}): Actor => ({
  ...person("SKHCN", "head"),
  onBehalfOf: delegation(over),
});

describe("a personal signature", () => {
  it("is given in a form that fits the post, and the form is in the record", () => {
    const story = sign(viceChair);
    expect(story.state.step).toBe("issue");
    expect(story.state.signatures.at(-1)).toMatchObject({ step: "sign", mark: "KT.", persons: [viceChair.personId] });
    expect(sign(chair, "TM.").state.signatures.at(-1)?.mark).toBe("TM.");
  });

  it("must say its form where the post has several", () => {
    expect(sign(chair).lastRejection).toEqual({ code: "mark-not-allowed", mark: null, allowed: ["own", "TM."] });
  });

  it("is refused in a form of another post", () => {
    expect(sign(viceChair, "TM.").lastRejection).toEqual({ code: "mark-not-allowed", mark: "TM.", allowed: ["KT."] });
    expect(sign(chair, "TL.").lastRejection?.code).toBe("mark-not-allowed");
  });

  it("is TUQ. by a delegate and by nobody else", () => {
    expect(sign(chair, "TUQ.").lastRejection).toMatchObject({ allowed: ["own", "TM."] });
    expect(sign(delegate(), "TM.").lastRejection).toMatchObject({ allowed: ["TUQ."] });
    const { state } = sign(delegate());
    expect(state.signatures.at(-1)).toMatchObject({
      mark: "TUQ.",
      onBehalfOf: "Chủ tịch",
      persons: [person("SKHCN", "head").personId, chair.personId],
      unit: "UBND_TINH",
    });
  });

  it("offers the forms to choose from", () => {
    const story = atSign();
    const marks = (actor: Actor) =>
      actionsFor(story.input, story.state, [actor], OPENED).find(({ verb }) => verb === "approve")?.marks;
    expect(marks(chair)).toEqual(["own", "TM."]);
    expect(marks(delegate())).toEqual(["TUQ."]);
  });
});

describe("the proof of a delegation", () => {
  const refusal = (over: Partial<Delegation>) => sign(delegate(over)).lastRejection;
  const now = atSign().now;

  it("is dated: from its first instant, before its last", () => {
    expect(refusal({ from: now + 1 })).toEqual({ code: "delegation-not-valid", why: "not-yet" });
    expect(refusal({ from: now })).toBeNull();
    expect(refusal({ until: now })).toEqual({ code: "delegation-over", until: now });
    expect(refusal({ until: now + 1 })).toBeNull();
  });

  it("is scoped by pipeline, case and verb", () => {
    const outside = { code: "delegation-not-valid", why: "scope" };
    expect(refusal({ scope: { pipelines: ["annual-report"] } })).toEqual(outside);
    expect(refusal({ scope: { cases: ["another"] } })).toEqual(outside);
    expect(refusal({ scope: { verbs: ["return"] } })).toEqual(outside);
    expect(refusal({ scope: { pipelines: ["all-kinds"], verbs: ["approve"] } })).toBeNull();
  });

  it("has a ceiling, measured by the amount of the content", () => {
    expect(refusal({ ceiling: 1199 })).toEqual({ code: "delegation-ceiling", ceiling: 1199, amount: 1200 });
    expect(refusal({ ceiling: 1200 })).toBeNull();
  });

  it("measures by what the lines request where the content has no amount of its own", () => {
    const story = gathered({ facts: {} });
    const by = {
      ...person("SKHCN", "specialist", "x"),
      onBehalfOf: { ...delegation(), post: checker.post, ceiling: 1199 },
    };
    expect(story.when(by, { verb: "approve" }).lastRejection).toMatchObject({ amount: 1200 });
  });

  it("is never passed on", () => {
    expect(refusal({ through: "d0" })).toEqual({ code: "delegation-not-valid", why: "passed-on" });
  });

  it("counts once and blocks two: neither hand votes again", () => {
    const story = gathered();
    const by = {
      ...person("SKHCN", "specialist", "x"),
      onBehalfOf: { ...delegation(), personId: checker.personId, post: checker.post },
    };
    story.when(by, { verb: "approve" });
    expect(story.state.step).toBe("check");
    expect(story.when(checker, { verb: "approve" }).lastRejection?.code).toBe("already-decided");
  });
});
