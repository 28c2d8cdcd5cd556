import { describe, expect, it } from "vitest";
import type { CommandBody } from "../../../domain/engine/index.ts";
import { atStake } from "../../../domain/funding/at-stake.ts";
import { mayConfirm, mayPropose, mayReportSpending, secondFor } from "../../../domain/funding/may-record.ts";
import { dueReports } from "../../../domain/funding/spending-due.ts";
import { openedLine } from "../../../domain/funding/line-money.ts";
import { fundingList, fundingRequest } from "../../../domain/pipelines/index.ts";
import { inputOf, OPENED, person, Story } from "../engine/scenario.ts";
import { lineKey } from "./money-story.ts";

const request = new Story(inputOf(fundingRequest), OPENED);
const list = new Story(inputOf(fundingList), OPENED);
const line = {
  id: "l1",
  requested: 900,
  source: "IV.1.TX.DP",
  year: 2027,
  digest: "d",
  status: "open",
  amount: 0,
} as const;
const stakeOf = ({ input, state }: Story, body: CommandBody, role: "head" | "deputy-head" = "head", over = {}) =>
  atStake(input, { ...state, ...over }, { body, actor: person("STC", role) });

describe("what a command puts at stake", () => {
  it("is nothing where no money follows from it", () => {
    expect(stakeOf(request, { verb: "comment", comment: "…" })).toBeNull();
    expect(stakeOf(request, { verb: "approve" })).toBeNull();
    expect(stakeOf(list, { verb: "issue" })).toBeNull();
  });

  it("is the request's own desk when it goes back, and its settlement at the last desk", () => {
    const back: CommandBody = { verb: "return", code: "unclear", reason: "…", sections: [] };
    expect(stakeOf(request, back)).toMatchObject({ kind: "release" });
    expect(stakeOf(request, { verb: "retract", reason: "…" })).toMatchObject({ kind: "release" });
    expect(stakeOf(request, { verb: "approve" }, "head", { step: "settlement" })).toMatchObject({ kind: "close" });
  });

  it("is a place for what is granted; what is refused or asked about gives nothing", () => {
    const decide = (decision: "approve" | "reject" | "clarify" | "refer") =>
      stakeOf(list, { verb: "decide-lines", decisions: [{ line: "l1", decision, reason: "…" }] }, "head", {
        lines: [line],
      });
    expect(decide("approve")).toMatchObject({
      stage: "decided",
      places: [{ amount: "900", stands: true, digest: "d" }],
    });
    expect(decide("refer")).toMatchObject({ places: [{ amount: "0", stands: true }] });
    expect(decide("reject")).toMatchObject({ places: [{ amount: "0", stands: false }] });
    expect(decide("clarify")).toMatchObject({ places: [{ amount: "0", stands: false }] });
  });

  it("asks for the head above a Higher ceiling of the appraisal", () => {
    const opine: CommandBody = { verb: "opine", position: "agree", amounts: [{ line: "l1", amount: 5 }] };
    expect(stakeOf(list, opine, "head")).toMatchObject({ stage: "appraised", higher: "given" });
    expect(stakeOf(list, opine, "deputy-head")).toMatchObject({ higher: "missing" });
  });
});

describe("who may", () => {
  const paper = { kind: "recovered", personId: "a", unitCode: "SKHCN" } as const;
  const at = (unit: string, role: Parameters<typeof person>[1], personId = "b") => ({
    posts: [{ unit, role }],
    personId,
    department: "SKHCN",
  });

  it("confirm a paper: another person of the same unit, in a leading post", () => {
    expect(mayConfirm(at("SKHCN", "division-head"), paper, false)).toBeDefined();
    expect(mayConfirm(at("SKHCN", "division-head", "a"), paper, false)).toBeUndefined();
    expect(mayConfirm(at("SKHCN", "specialist"), paper, false)).toBeUndefined();
    expect(mayConfirm(at("STC", "head"), paper, false)).toBeUndefined();
  });

  it("confirm above a Higher ceiling: the head alone", () => {
    expect(mayConfirm(at("SKHCN", "deputy-head"), paper, true)).toBeUndefined();
    expect(mayConfirm(at("SKHCN", "head"), paper, true)).toBeDefined();
    expect(secondFor("recovered", true)).toBe("head-of-unit");
  });

  it("confirm a change of a ceiling: a second administrator, or the director", () => {
    const change = { kind: "ceiling-set", personId: "a", unitCode: "SKHCN" } as const;
    expect(mayConfirm(at("SKHCN", "admin"), change, false)).toBeDefined();
    expect(mayConfirm(at("SKHCN", "admin", "a"), change, false)).toBeUndefined();
    expect(mayConfirm(at("SKHCN", "head"), change, false)).toBeDefined();
    expect(mayConfirm(at("SKHCN", "division-head"), change, false)).toBeUndefined();
  });

  it("enter them, and report spending", () => {
    expect(mayPropose([{ unit: "SKHCN", role: "specialist" }], "settled", "SKHCN")).toBeDefined();
    expect(mayPropose([{ unit: "SKHCN", role: "admin" }], "settled", "SKHCN")).toBeUndefined();
    expect(mayPropose([{ unit: "SKHCN", role: "admin" }], "ceiling-set", "SKHCN")).toBeDefined();
    expect(mayReportSpending([{ unit: "SYT", role: "accountant" }], "SYT")).toBe(true);
    expect(mayReportSpending([{ unit: "SYT", role: "specialist" }], "SYT")).toBe(false);
  });
});

describe("a report of spending", () => {
  const calendar = { version: "test", years: [2027, 2028], off: [], swapWork: [] };
  const spending = { ...openedLine(lineKey("r.a.2027")), assigned: 600n };
  const due = (now: number, over = {}) =>
    dueReports({ ...spending, ...over }, calendar, { spendingReportDays: 10 }, now);
  const LAST_OF_MARCH = Date.UTC(2027, 2, 31, 16, 59, 59);

  it("is due once its quarter is over, ten working days later, and not while it runs", () => {
    expect(due(LAST_OF_MARCH)).toEqual([]);
    expect(due(LAST_OF_MARCH + 1_000)).toMatchObject([{ period: "2027-Q1", overdue: false }]);
    const [report] = due(LAST_OF_MARCH + 1_000);
    expect(new Date(report?.dueAt ?? 0).toISOString()).toBe("2027-04-14T17:00:00.000Z");
    expect(due(report?.dueAt ?? 0)).toMatchObject([{ overdue: true }]);
    expect(due((report?.dueAt ?? 0) - 1)).toMatchObject([{ overdue: false }]);
  });

  it("goes by months where the year began so, and is owed by no settled or empty line", () => {
    const monthly = due(LAST_OF_MARCH + 1_000, { periods: { "2027-02": 1n }, disbursed: 1n });
    expect(monthly.map(({ period }) => period)).toEqual(["2027-01", "2027-03"]);
    expect(due(LAST_OF_MARCH + 1_000, { settled: true })).toEqual([]);
    expect(due(LAST_OF_MARCH + 1_000, { assigned: 0n })).toEqual([]);
  });

  it("is owed for no period that was over before the money came", () => {
    const inNovember = { assigned: 600n, fundedOn: "2027-11-26" };
    expect(due(Date.UTC(2027, 11, 31, 16), inNovember)).toEqual([]);
    expect(due(Date.UTC(2027, 11, 31, 17), inNovember)).toMatchObject([{ period: "2027-Q4" }]);
    const monthly = { ...inNovember, periods: { "2027-12": 1n }, disbursed: 1n };
    expect(due(Date.UTC(2027, 11, 31, 17), monthly)).toMatchObject([{ period: "2027-11" }]);
    expect(due(Date.UTC(2027, 9, 2), { assigned: 600n, fundedOn: "2027-09-30" })).toMatchObject([
      { period: "2027-Q3" },
    ]);
  });

  it("has no date where the working days of the year are not known", () => {
    const late = dueReports(spending, { ...calendar, years: [2027] }, { spendingReportDays: 10 }, Date.UTC(2028, 0, 5));
    expect(late.at(-1)).toMatchObject({ period: "2027-Q4", dueAt: null, overdue: false });
  });
});
