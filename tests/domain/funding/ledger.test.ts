import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyMoney, EMPTY_LEDGER, ledgerOf, recordMoney, type Ledger } from "../../../domain/funding/ledger.ts";
import { givenTo, remainingOf, type LineMoney } from "../../../domain/funding/line-money.ts";
import { LEDGER_REFUSALS } from "../../../domain/funding/ledger-rules.ts";
import { LEDGER_TEXTS, ledgerRefusalText } from "../../../domain/funding/ledger-texts.ts";
import { LEDGER_GROUPS, totalsBy, totalsOf } from "../../../domain/funding/ledger-views.ts";
import type { MoneyEvent } from "../../../domain/funding/money-event.ts";
import { anyStory, happened, lineKey, request } from "./money-story.ts";

const LINE = "r1.a.2027";
const NEXT = "r1.a.2028";
const paper = "15/QĐ-UBND";
const decided = (amount: string, reason = "Khả năng ngân sách") => happened(LINE, { type: "decided", amount, reason });
const assigned = (amount: string) => happened(LINE, { type: "assigned", amount, document: paper });
const spent = (amount: string) => happened(LINE, { type: "disbursed", amount, period: "2027-Q1" });

function ledger(...events: MoneyEvent[]): Ledger {
  const recorded = ledgerOf(events);
  if (!recorded.ok) throw new Error(recorded.refusal.code);
  return recorded.ledger;
}

const line = (of: Ledger, lineId = LINE): LineMoney => of.lines.get(lineId)!;
const refusal = (of: Ledger, event: MoneyEvent) => {
  const recorded = recordMoney(of, event);
  return recorded.ok ? null : recorded.refusal;
};

describe("the way of money", () => {
  it("goes from request to settlement, with a partial approval and a carry-over", () => {
    const end = ledger(
      request(LINE, "800"),
      happened(LINE, { type: "appraised", amount: "700", adviser: "finance", reason: "Trùng" }),
      happened(LINE, { type: "proposed", amount: "650" }),
      decided("600"),
      assigned("600"),
      happened(LINE, { type: "supplemented", amount: "50", document: "20/QĐ-UBND" }),
      spent("400"),
      happened(LINE, { type: "recovered", amount: "100", document: "31/QĐ-UBND" }),
      happened(LINE, { type: "carried-over", amount: "150", toLineId: NEXT, document: "40/QĐ-UBND" }),
      happened(LINE, { type: "settled", document: "41/QĐ-UBND" }),
    );
    expect(totalsOf([line(end)])).toMatchObject({
      requested: "800",
      appraised: "650",
      decided: "600",
      assigned: "400",
      disbursed: "400",
      remaining: "0",
      spentRatio: 10_000,
    });
    expect(remainingOf(line(end, NEXT))).toBe(150n);
  });

  it("is corrected by reporting the same period again, downwards too", () => {
    const first = ledger(request(LINE, "800"), decided("600"), assigned("600"), spent("500"));
    const corrected = recordMoney(first, spent("450"));
    expect(corrected.ok && remainingOf(line(corrected.ledger))).toBe(150n);
    expect(refusal(first, spent("601"))).toMatchObject({ code: "over-available", most: "600" });
    expect(refusal(first, spent("600"))).toBeNull();
  });

  it("waits for the council where a line is referred to it", () => {
    const waiting = ledger(request(LINE, "800"), happened(LINE, { type: "referred", reason: "Thẩm quyền HĐND" }));
    expect(refusal(waiting, assigned("800"))?.code).toBe("waits-for-council");
    const resolved = recordMoney(waiting, decided("800"));
    expect(resolved.ok && refusal(resolved.ledger, assigned("800"))).toBeNull();
  });
});

describe("a law of money", () => {
  const asked = () => ledger(request(LINE, "800"));
  const given = () => ledger(request(LINE, "800"), decided("600"), assigned("600"));

  it.each<[string, () => Ledger, MoneyEvent, object]>([
    [
      "appraises no more than requested",
      asked,
      happened(LINE, { type: "appraised", amount: "801", adviser: "planning" }),
      { code: "appraised-over-requested", most: "800" },
    ],
    ["decides no more than requested", asked, decided("801"), { code: "decided-over-requested", most: "800" }],
    ["wants a reason for a difference", asked, decided("799", " "), { code: "reason-needed" }],
    ["assigns nothing undecided", asked, assigned("1"), { code: "not-decided" }],
    [
      "assigns no more than decided",
      () => ledger(request(LINE, "800"), decided("600"), assigned("400")),
      assigned("201"),
      { code: "assigned-over-decided", most: "200" },
    ],
    ["spends nothing unassigned", asked, spent("1"), { code: "not-assigned" }],
    ["spends no more than there is", given, spent("601"), { code: "over-available", most: "600" }],
    [
      "takes back only what is left",
      () => ledger(request(LINE, "800"), decided("600"), assigned("600"), spent("500")),
      happened(LINE, { type: "recovered", amount: "101", document: paper }),
      { code: "over-available", most: "100" },
    ],
    [
      "carries over only to the next year",
      given,
      happened(LINE, { type: "carried-over", amount: "1", toLineId: LINE, document: paper }),
      { code: "not-next-year" },
    ],
    [
      "settles nothing that is left",
      given,
      happened(LINE, { type: "settled", document: paper }),
      { code: "remaining-not-zero", given: "600" },
    ],
    ["keeps a decision once money is assigned", given, decided("700"), { code: "line-assigned" }],
    [
      "withdraws no assigned money",
      given,
      happened(LINE, { type: "withdrawn", reason: "…" }),
      { code: "line-assigned" },
    ],
    [
      "names its paper",
      given,
      happened(LINE, { type: "supplemented", amount: "1", document: " " }),
      { code: "document-needed" },
    ],
    ["assigns no nothing", given, assigned("0"), { code: "amount-invalid" }],
    ["knows no part of a đồng", given, spent("0.5"), { code: "amount-invalid" }],
    ["knows its lines", asked, happened("r9.a.2027", { type: "proposed", amount: "1" }), { code: "line-unknown" }],
  ])("%s", (_, before, event, expected) => {
    expect(refusal(before(), event)).toMatchObject(expected);
  });

  it("carries nothing into a line that is settled", () => {
    const both = ledger(
      ...[LINE, NEXT].flatMap((lineId) => [
        request(lineId, "800"),
        happened(lineId, { type: "decided", amount: "800" }),
        happened(lineId, { type: "assigned", amount: "800", document: paper }),
      ]),
      happened(NEXT, { type: "disbursed", amount: "800", period: "2028-Q1" }),
      happened(NEXT, { type: "settled", document: paper }),
    );
    const carried = happened(LINE, { type: "carried-over", amount: "1", toLineId: NEXT, document: paper });
    expect(refusal(both, carried)).toMatchObject({ code: "line-settled", lineId: NEXT });
  });

  it("closes a line that was withdrawn until it is asked for again", () => {
    const gone = ledger(request(LINE, "800"), happened(LINE, { type: "withdrawn", reason: "Không còn nhu cầu" }));
    expect(refusal(gone, decided("800"))?.code).toBe("line-withdrawn");
    expect(totalsOf([line(gone)]).requested).toBe("0");
    expect(refusal(gone, request(LINE, "500"))).toBeNull();
  });

  it("lets nobody decide on a request that is back with its agency, and opens it again when it is sent", () => {
    const back = ledger(request(LINE, "800"), happened(LINE, { type: "returned", reason: "Làm rõ" }));
    expect(refusal(back, decided("800"))?.code).toBe("line-returned");
    expect(totalsOf([line(back)]).requested).toBe("0");
    const again = recordMoney(back, request(LINE, "500"));
    expect(again.ok && refusal(again.ledger, decided("500"))).toBeNull();
  });

  it("reports a year by the quarter or by the month, within the year", () => {
    const reported = ledger(request(LINE, "800"), decided("600"), assigned("600"), spent("1"));
    const of = (period: string) => refusal(reported, happened(LINE, { type: "disbursed", amount: "1", period }))?.code;
    expect(of("2027-01")).toBe("period-mixed");
    expect(of("2026-Q4")).toBe("period-not-of-year");
    expect(of("2027-Q2")).toBeUndefined();
  });

  it("records money outside the budget, and nothing else on its line", () => {
    const key = lineKey("x.a.2027", { sourceCode: "IV.3.5" });
    const recorded = (amount: string) =>
      happened("x.a.2027", { type: "recorded", amount, document: "Hợp đồng 12", line: key });
    const known = ledger(recorded("70"), recorded("80"));
    expect(totalsOf([...known.lines.values()])).toMatchObject({ recorded: "80", requested: "0", assigned: "0" });
    expect(refusal(known, happened("x.a.2027", { type: "settled", document: paper }))?.code).toBe("recorded-only");
    const inside = { ...recorded("1"), line: lineKey("y.a.2027") } as MoneyEvent;
    expect(refusal(known, inside)?.code).toBe("not-outside-budget");
  });

  it("says in both languages what it forbids", () => {
    expect(Object.keys(LEDGER_TEXTS).sort()).toEqual([...LEDGER_REFUSALS].sort());
    const found = refusal(given(), spent("601"));
    expect(found && ledgerRefusalText(found, "vi")).toMatch(/^601 đồng vượt số còn lại 600 đồng/);
    expect(found && ledgerRefusalText(found, "en")).not.toMatch(/[{}]/);
  });
});

/** An accountant who knows none of the rules: only where each đồng came from and went. */
class Purse {
  given = 0n;
  takenBack = 0n;
  readonly reports = new Map<string, bigint>();

  add(event: MoneyEvent): void {
    if (event.type === "assigned" || event.type === "supplemented") this.given += BigInt(event.amount);
    if (event.type === "disbursed") this.reports.set(`${event.lineId} ${event.period}`, BigInt(event.amount));
    if (event.type === "recovered") this.takenBack += BigInt(event.amount);
  }

  get left(): bigint {
    const spent = [...this.reports.values()].reduce((sum, amount) => sum + amount, 0n);
    return this.given - spent - this.takenBack;
  }
}

const total = (of: Ledger, amountOf: (line: LineMoney) => bigint): bigint =>
  [...of.lines.values()].reduce((sum, each) => sum + amountOf(each), 0n);

describe("whatever happens, in whatever order", () => {
  const story = anyStory;
  const runs = { numRuns: 1_000 };

  it("no đồng is lost, made or spent twice", () => {
    fc.assert(
      fc.property(story, (events) => {
        const purse = new Purse();
        let now = EMPTY_LEDGER;
        for (const event of events) {
          const recorded = recordMoney(now, event);
          if (!recorded.ok) continue;
          now = recorded.ledger;
          purse.add(event);
          expect(total(now, remainingOf)).toBe(purse.left);
          expect(total(now, ({ carriedIn }) => carriedIn)).toBe(total(now, ({ carriedOut }) => carriedOut));
          for (const each of now.lines.values()) expect(remainingOf(each)).toBeGreaterThanOrEqual(0n);
        }
      }),
      runs,
    );
  });

  it("each stage stays within the one before, and a settled line holds nothing", () => {
    fc.assert(
      fc.property(story, (events) => {
        let now = EMPTY_LEDGER;
        for (const event of events) {
          const recorded = recordMoney(now, event);
          if (recorded.ok) now = recorded.ledger;
        }
        for (const each of now.lines.values()) {
          for (const amount of Object.values(each.appraised)) expect(amount <= each.requested).toBe(true);
          expect((each.decided ?? 0n) <= each.requested).toBe(true);
          expect(each.assigned <= (each.decided ?? 0n)).toBe(true);
          expect(each.disbursed <= givenTo(each)).toBe(true);
          if (each.settled) expect(remainingOf(each)).toBe(0n);
          if (each.withdrawn || each.returned) expect(each.assigned).toBe(0n);
          const grains = new Set(Object.keys(each.periods).map((period) => period.includes("Q")));
          expect(grains.size).toBeLessThanOrEqual(1);
          const own = Object.keys(each.periods).every((period) => period.startsWith(String(each.key.year)));
          expect(own).toBe(true);
        }
      }),
      runs,
    );
  });

  it("a refused event changes nothing and a repeated one changes nothing more", () => {
    fc.assert(
      fc.property(story, (events) => {
        const accepted: MoneyEvent[] = [];
        let now = EMPTY_LEDGER;
        for (const event of events) {
          const recorded = recordMoney(now, event);
          if (!recorded.ok) continue;
          accepted.push(event);
          now = recorded.ledger;
          expect(recordMoney(now, event)).toEqual({ ok: true, ledger: now });
        }
        expect(ledgerOf(accepted)).toEqual({ ok: true, ledger: now });
        expect(ledgerOf([...accepted, ...accepted])).toEqual({ ok: true, ledger: now });
      }),
      runs,
    );
  });

  it("the totals of every view are the totals of all lines", () => {
    fc.assert(
      fc.property(story, (events) => {
        let now = EMPTY_LEDGER;
        for (const event of events) {
          const recorded = recordMoney(now, event);
          if (recorded.ok) now = recorded.ledger;
        }
        const all = totalsOf([...now.lines.values()]);
        for (const group of LEDGER_GROUPS) {
          const groups = totalsBy(group, now.lines.values());
          for (const stage of ["requested", "appraised", "decided", "assigned", "disbursed", "remaining"] as const) {
            expect(groups.reduce((sum, each) => sum + BigInt(each.totals[stage]), 0n).toString()).toBe(all[stage]);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("what cases have decided, true or not, never makes a ledger that could not be written down", () => {
    fc.assert(
      fc.property(story, (events) => {
        const purse = new Purse();
        let now = EMPTY_LEDGER;
        for (const event of events) {
          const { ledger: next, left } = applyMoney(now, event);
          if (left) expect(next.lines).toBe(now.lines);
          else if (now.lines.has(event.lineId)) purse.add(event);
          now = next;
          for (const each of now.lines.values()) {
            expect((each.decided ?? 0n) <= each.requested).toBe(true);
            expect(each.assigned <= (each.decided ?? 0n)).toBe(true);
            expect(remainingOf(each) >= 0n).toBe(true);
            if (each.settled) expect(remainingOf(each)).toBe(0n);
            if (each.withdrawn || each.returned) expect(each.assigned).toBe(0n);
          }
          expect(total(now, remainingOf)).toBe(purse.left);
        }
      }),
      runs,
    );
  });

  it("a row that a new version moves to another source is counted there and nowhere else", () => {
    fc.assert(
      fc.property(story, (events) => {
        let now = EMPTY_LEDGER;
        const asked = new Map<string, string>();
        for (const event of events) {
          const recorded = recordMoney(now, event);
          if (!recorded.ok) continue;
          now = recorded.ledger;
          if (event.type === "requested") asked.set(event.lineId, event.line.sourceCode);
        }
        for (const [lineId, source] of asked) expect(line(now, lineId).key.sourceCode).toBe(source);
        const sources = totalsBy("source", now.lines.values());
        const whole = totalsOf([...now.lines.values()]);
        expect(sources.reduce((sum, { totals }) => sum + BigInt(totals.requested), 0n).toString()).toBe(
          whole.requested,
        );
      }),
      { numRuns: 300 },
    );
  });
});
