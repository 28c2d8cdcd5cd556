import { describe, expect, it } from "vitest";
import {
  decideCampaign,
  isOver,
  mayConsolidate,
  mayOpenRequest,
  membersLeft,
  milestoneForMembers,
  namesOf,
  noteMembers,
  openCampaignState,
  ruleOfRound,
  type CampaignInput,
  type CampaignState,
  type MilestoneReport,
} from "../../../domain/campaign/index.ts";
import { DUE, OPENED, receiver } from "../engine/scenario.ts";

const round = { name: "Bổ sung cuối năm", window: "in-year", budgetYear: 2026 } as const;
const opening = { kind: "funding-round", closesOn: "2026-12-15", round } as const;

const input: CampaignInput = {
  ...namesOf(opening),
  kind: "funding-round",
  round,
  due: { legalDue: DUE, effectiveDue: DUE, internalTarget: DUE },
  owing: 0,
  department: "SKHCN",
};
const opened = openCampaignState(input, OPENED).state;
const clerk = { unit: "SYT", role: "specialist" } as const;
const told = (caseId: string, milestone: MilestoneReport["milestone"]): MilestoneReport => ({
  caseId,
  unit: "SYT",
  milestone,
  contentId: null,
});
const heard = (state: CampaignState, ...reports: MilestoneReport[]): CampaignState =>
  noteMembers(input, state, reports);

describe("a funding round", () => {
  it("has one name for one opening, so that opening it twice is opening it once", () => {
    expect(namesOf(opening)).toEqual(namesOf({ ...opening, round: { ...round } }));
    expect(namesOf(opening)).toMatchObject({ year: 2026 });
    expect(namesOf(opening).campaignId).toMatch(/^funding-round-2026-in-year-2026-12-15-[0-9a-f]{8}$/);
  });

  it("tells its list which requests have gone back", () => {
    const reports = [told("a", "consolidated"), told("a", "returned"), told("b", "sent")];
    expect(membersLeft(input, { ...opened, dossierOpened: true }, reports)).toEqual(["a"]);
    expect(membersLeft(input, opened, reports)).toEqual([]);
  });

  it("counts its last day in", () => {
    expect(ruleOfRound("2026-12-15")).toMatchObject({ month: 12, day: 15, inclusive: true });
  });

  it("takes in several requests of one agency, each when it is first heard of", () => {
    const state = heard(opened, told("a", "sent"), told("b", "sent"), told("a", "accepted"));
    expect(state.members).toEqual({ a: "accepted", b: "sent" });
  });

  it("begins its list when the term is over, never because all that came so far is accepted", () => {
    const state = heard(opened, told("a", "accepted"));
    expect(mayConsolidate(input, state)).toBe(false);
    expect(mayConsolidate(input, { ...state, status: "closed" })).toBe(true);
  });

  it("passes on to its requests what their list reaches", () => {
    expect(milestoneForMembers(input, "frozen")).toBe("consolidated");
    expect(milestoneForMembers(input, "decided")).toBe("decided");
    expect(milestoneForMembers(input, "published")).toBe("published");
    expect(milestoneForMembers(input, "with-ubnd")).toBeNull();
  });

  it("ends with its decision, and leaves late requests to the next round", () => {
    const state = heard(opened, told("a", "sent"));
    expect(isOver(input, { ...state, status: "decided" })).toBe(false);
    expect(isOver(input, { ...state, status: "published" })).toBe(true);
  });

  it("excuses nobody: a request is returned or refused on its own way", () => {
    const body = { verb: "exclude", unit: "SYT", reason: "Đã hợp nhất" } as const;
    const decision = decideCampaign(input, opened, { id: "c1", actor: receiver, body, knownSeq: 1 }, OPENED);
    expect(decision).toMatchObject({ ok: false, rejection: { code: "verb-not-available-now" } });
  });

  it("lets those who draft for an agency begin a request, while it is open", () => {
    expect(mayOpenRequest(input, opened, [clerk], undefined)).toEqual({ ok: true, unit: "SYT" });
    const twice = [clerk, { unit: "CDC", role: "specialist" }] as const;
    expect(mayOpenRequest(input, opened, twice, undefined)).toMatchObject({ rejection: { code: "choose-unit" } });
    expect(mayOpenRequest(input, opened, twice, "CDC")).toEqual({ ok: true, unit: "CDC" });
    expect(mayOpenRequest(input, opened, [clerk], "STC")).toMatchObject({ rejection: { code: "not-a-drafter" } });
    expect(mayOpenRequest(input, opened, [{ unit: "SYT", role: "head" }], undefined)).toMatchObject({ ok: false });
    expect(mayOpenRequest(input, { ...opened, status: "closed" }, [clerk], undefined)).toMatchObject({
      rejection: { code: "round-not-open", status: "closed" },
    });
  });
});
