import { describe, expect, it } from "vitest";
import {
  actorsFor,
  answersFor,
  choicesFor,
  noticesOfDelegation,
  refusalToAnswer,
  refusalToMake,
  statusOn,
  type DelegationState,
  type DelegationTerms,
  type Seated,
  type Surroundings,
} from "../../../domain/delegation/index.ts";
import { SEATS } from "../../../domain/rights/index.ts";
import type { Role } from "../../../domain/engine/index.ts";

const seat = (role: Role, unit = "SKHCN", personId = `${role}@${unit}`): Seated => ({
  personId,
  name: personId,
  post: { unit, role },
});
const head = seat("head");
const deputy = seat("deputy-head");
const clerk = seat("records-clerk");

const wish = (over: Partial<DelegationTerms> = {}): DelegationTerms => ({
  id: "d1",
  from: head,
  to: deputy,
  start: "2026-12-10",
  end: "2026-12-14",
  pipelines: [],
  ceiling: null,
  document: { number: "12/GUQ-SKHCN", date: "2026-12-09" },
  needsAcceptance: false,
  ...over,
});

const around = (terms: DelegationTerms, over: Partial<Surroundings> = {}): Surroundings => ({
  by: { personId: terms.from.personId, posts: [terms.from.post] },
  today: "2026-12-09",
  seats: SEATS,
  held: { from: [terms.from.post], to: [terms.to.post] },
  others: [],
  ...over,
});

const refusal = (over: Partial<DelegationTerms> = {}, surroundings: Partial<Surroundings> = {}) => {
  const terms = wish(over);
  return refusalToMake(terms, around(terms, surroundings));
};

describe("who delegates to whom", () => {
  it("is a head for a deputy of the same unit, by the head or by the unit's records clerk with the document", () => {
    expect(refusal()).toBeNull();
    expect(refusal({}, { by: { personId: clerk.personId, posts: [clerk.post] } })).toBeNull();
    const stranger = { personId: "x", posts: [seat("records-clerk", "SYT").post] };
    expect(refusal({}, { by: stranger })?.code).toBe("delegation-not-yours");
    expect(refusal({}, { by: { personId: deputy.personId, posts: [deputy.post] } })?.code).toBe("delegation-not-yours");
  });

  it("takes UBND and its office for one body, with the office's clerk for both", () => {
    const chair = seat("chair", "UBND_TINH");
    const officeHead = seat("head", "VP_UBND");
    const officeClerk = seat("records-clerk", "VP_UBND");
    const by = { personId: officeClerk.personId, posts: [officeClerk.post] };
    expect(refusal({ from: chair, to: officeHead }, { by })).toBeNull();
    expect(refusal({ to: officeHead })?.code).toBe("delegation-other-body");
  });

  it("keeps to those who decide, and to two persons", () => {
    expect(refusal({ to: seat("specialist") })).toMatchObject({ code: "delegation-role-unfit", who: "to" });
    expect(refusal({ from: clerk })).toMatchObject({ code: "delegation-role-unfit", who: "from" });
    expect(refusal({ to: seat("deputy-head", "SKHCN", head.personId) })?.code).toBe("delegation-to-self");
  });

  it("asks that both hold their posts on the first day", () => {
    const held = { from: [head.post], to: [deputy.post] };
    expect(refusal({}, { held: { ...held, from: [] } })).toMatchObject({ code: "delegation-post-not-held" });
    expect(refusal({}, { held: { ...held, to: [] } })).toMatchObject({ name: deputy.name });
  });
});

describe("whom one may choose", () => {
  const everybody = [head, deputy, clerk, seat("specialist"), seat("chair", "UBND_TINH"), seat("head", "VP_UBND")];
  const chosen = (by: Seated) =>
    choicesFor({ personId: by.personId, posts: [by.post] }, everybody, SEATS).map(
      ({ giver, delegates }) => [giver.personId, delegates.map(({ personId }) => personId)] as const,
    );

  it("is oneself and, for a records clerk, those whose papers one keeps; with those of the same body who decide", () => {
    expect(chosen(head)).toEqual([[head.personId, [deputy.personId]]]);
    expect(chosen(clerk).map(([giver]) => giver)).toEqual([head.personId, deputy.personId]);
    expect(chosen(seat("records-clerk", "VP_UBND"))).toEqual([
      ["chair@UBND_TINH", ["head@VP_UBND"]],
      ["head@VP_UBND", ["chair@UBND_TINH"]],
    ]);
    expect(chosen(seat("specialist"))).toEqual([]);
  });
});

describe("its time", () => {
  it.each([
    ["reversed", { end: "2026-12-09" }],
    ["past", { start: "2026-12-08" }],
    ["document-later", { document: { number: "1", date: "2026-12-11" } }],
    ["too-long", { end: "2027-12-11" }],
  ] as const)("is refused when %s", (why, over) => {
    expect(refusal(over)).toEqual({ code: "delegation-period", why });
  });

  it("may be one day, today, and a year at most", () => {
    expect(refusal({ start: "2026-12-09", end: "2026-12-09" })).toBeNull();
    expect(refusal({ end: "2027-12-10" })).toBeNull();
  });
});

describe("one right in one hand", () => {
  const other = wish({ id: "d0", to: seat("division-head"), start: "2026-12-14", end: "2026-12-20" });

  it("refuses what overlaps, on the very day on which it does", () => {
    expect(refusal({}, { others: [other] })).toMatchObject({ code: "delegation-overlap", name: other.to.name });
    expect(refusal({ end: "2026-12-13" }, { others: [other] })).toBeNull();
  });

  it("lets two delegates work side by side in different pipelines", () => {
    const reports = { ...other, pipelines: ["annual-report"] };
    expect(refusal({ pipelines: ["funding-list"] }, { others: [reports] })).toBeNull();
    expect(refusal({ pipelines: ["annual-report"] }, { others: [reports] })?.code).toBe("delegation-overlap");
    expect(refusal({}, { others: [reports] })?.code).toBe("delegation-overlap");
  });

  it("is never passed on", () => {
    const received = wish({ id: "d0", from: head, to: deputy });
    const passing = { from: { ...deputy, post: head.post }, to: seat("division-head") };
    const held = { from: [deputy.post], to: [seat("division-head").post] };
    expect(refusal(passing, { held, others: [received] })?.code).toBe("delegation-passed-on");
  });

  it("does not go in a circle, however long", () => {
    const back = wish({ id: "d2", from: deputy, to: head });
    expect(refusal({}, { others: [back] })).toEqual({
      code: "delegation-loop",
      names: [head.name, deputy.name, head.name],
    });
    const division = seat("division-head");
    const long = [wish({ id: "d2", from: deputy, to: division }), wish({ id: "d3", from: division, to: head })];
    expect(refusal({}, { others: long })?.code).toBe("delegation-loop");
    expect(refusal({}, { others: [{ ...back, start: "2026-12-15", end: "2026-12-16" }] })).toBeNull();
  });
});

describe("how it stands", () => {
  const state = (over: Partial<DelegationState> = {}, terms: Partial<DelegationTerms> = {}): DelegationState => ({
    terms: wish(terms),
    acceptedAt: null,
    ended: null,
    ...over,
  });

  it("follows the days by itself", () => {
    const days = ["2026-12-09", "2026-12-10", "2026-12-14", "2026-12-15"];
    expect(days.map((day) => statusOn(state(), day))).toEqual(["upcoming", "valid", "valid", "expired"]);
    expect(statusOn(state({}, { needsAcceptance: true }), "2026-12-12")).toBe("awaiting");
    expect(statusOn(state({ acceptedAt: 1 }, { needsAcceptance: true }), "2026-12-12")).toBe("valid");
    expect(statusOn(state({ ended: { at: 1, how: "ended" } }), "2026-12-09")).toBe("ended");
  });

  const asking = (person: Seated, today = "2026-12-12") => ({
    by: { personId: person.personId, posts: [person.post] },
    today,
    seats: SEATS,
  });

  it("says who may do what with it", () => {
    expect(answersFor(state(), asking(deputy))).toEqual(["accepted", "declined"]);
    expect(answersFor(state({ acceptedAt: 1 }), asking(deputy))).toEqual(["declined"]);
    expect(answersFor(state(), asking(head))).toEqual(["ended"]);
    expect(answersFor(state(), asking(clerk))).toEqual(["ended"]);
    expect(answersFor(state(), asking(seat("admin")))).toEqual(["ended"]);
    expect(answersFor(state(), asking(seat("division-head")))).toEqual([]);
  });

  it("is over for good", () => {
    expect(refusalToAnswer(state(), "ended", asking(head, "2026-12-15"))).toEqual({
      code: "delegation-closed",
      status: "expired",
    });
    expect(refusalToAnswer(state({ ended: { at: 1, how: "declined" } }), "accepted", asking(deputy))?.code).toBe(
      "delegation-closed",
    );
  });
});

describe("what follows from it", () => {
  it("tells both, except whoever did it", () => {
    const told = (by: Seated) =>
      noticesOfDelegation(wish(), { type: "made", terms: wish(), delegationId: "d1", seq: 1, at: 1, by }).map(
        ({ to }) => to.personId,
      );
    expect(told(head)).toEqual([deputy.personId]);
    expect(told(clerk)).toEqual([head.personId, deputy.personId]);
  });

  it("gives the delegate one actor more, with its proof, after their own", () => {
    const acting = {
      delegationId: "d1",
      post: deputy.post,
      holder: { personId: head.personId, name: head.name, post: head.post },
      from: 1,
      until: 2,
    };
    const person = { personId: deputy.personId, name: deputy.name, posts: [deputy.post] };
    const limited = { ...acting, pipelines: ["annual-report"], ceiling: "500" };
    expect(actorsFor({ ...person, actingFor: [{ ...acting, pipelines: [], ceiling: null }, limited] })).toEqual([
      { personId: deputy.personId, name: deputy.name, post: deputy.post },
      expect.objectContaining({
        post: deputy.post,
        onBehalfOf: {
          delegationId: "d1",
          personId: head.personId,
          name: head.name,
          post: head.post,
          from: 1,
          until: 2,
        },
      }),
      expect.objectContaining({
        onBehalfOf: expect.objectContaining({ scope: { pipelines: ["annual-report"] }, ceiling: 500 }) as object,
      }),
    ]);
  });
});
