import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ceilingVerdict,
  countedAt,
  countedUnder,
  excessOf,
  gravest,
  isUnder,
  weigh,
  type Ceiling,
  type CountedStage,
  type PlacedAmount,
} from "../../../domain/funding/ceiling.ts";
import { ledgerOf, recordMoney, type Ledger } from "../../../domain/funding/ledger.ts";
import { happened, lineKey, request } from "./money-story.ts";

const ceiling = (over: Partial<Ceiling> = {}): Ceiling => ({
  id: "c1",
  source: "IV.1.TX",
  year: 2027,
  window: null,
  amount: "1000",
  modes: { requested: "warn", appraised: "higher-signature", decided: "stop", assigned: "stop" },
  ...over,
});

function ledger(...events: Parameters<typeof ledgerOf>[0][]): Ledger {
  const recorded = ledgerOf(events.flatMap((each) => [...each]));
  if (!recorded.ok) throw new Error(recorded.refusal.code);
  return recorded.ledger;
}

const weighOn = (of: Ledger, ceilings: Ceiling[], changes: PlacedAmount[]) =>
  weigh(ceilings, "decided", changes, (each) => countedUnder(each, "decided", of.lines.values(), changes));

describe("a ceiling", () => {
  it.each<[CountedStage, string, string, object]>([
    ["decided", "400", "600", { verdict: "ok", remaining: "0" }],
    ["decided", "400", "601", { verdict: "stop", remaining: "600", over: "1" }],
    ["requested", "400", "601", { verdict: "warn", remaining: "600", over: "1" }],
    ["appraised", "1200", "1", { verdict: "higher-signature", remaining: "0", over: "201" }],
  ])("when %s, %s counted and %s more", (stage, counted, added, expected) => {
    expect(ceilingVerdict(ceiling(), stage, counted, added)).toEqual(expected);
  });

  it("says nothing at a stage it has no mode for", () => {
    expect(ceilingVerdict(ceiling({ modes: {} }), "decided", "0", "5000")).toMatchObject({ verdict: "ok" });
  });

  it("covers its branch of the funding tree, its year and its window", () => {
    const line = lineKey("r.a.2027");
    expect(isUnder(ceiling(), line)).toBe(true);
    expect(isUnder(ceiling({ source: "IV.1.TX.DP", window: "next-year" }), line)).toBe(true);
    expect(isUnder(ceiling({ source: "IV.1.T" }), line)).toBe(false);
    expect(isUnder(ceiling({ year: 2028 }), line)).toBe(false);
    expect(isUnder(ceiling({ window: "in-year" }), line)).toBe(false);
  });

  it("counts a whole sitting at once, and what its lines counted before only once", () => {
    const before = ledger([
      request("r1.a.2027", "900"),
      request("r2.a.2027", "900"),
      request("r3.a.2027", "900"),
      happened("r1.a.2027", { type: "decided", amount: "500", reason: "…" }),
      happened("r3.a.2027", { type: "decided", amount: "300", reason: "…" }),
    ]);
    const sitting = [
      { key: lineKey("r1.a.2027"), amount: "400" },
      { key: lineKey("r2.a.2027"), amount: "301" },
    ];
    const weighed = weighOn(before, [ceiling(), ceiling({ id: "c2", year: 2028 })], sitting);
    expect(weighed).toMatchObject([{ counted: "300", added: "701", result: { verdict: "stop", over: "1" } }]);
    expect(gravest(weighed)).toBe("stop");
    expect(gravest([])).toBe("ok");
  });

  it("names the lines of a sitting that no longer fit, in their order", () => {
    const changes = ["r1", "r2", "r3"].map((id) => ({ key: lineKey(`${id}.a.2027`), amount: "400" }));
    const higher = ceiling({ modes: { decided: "higher-signature" } });
    const narrow = ceiling({ id: "c2", source: "IV.1.TX.DP", amount: "500", modes: { decided: "higher-signature" } });
    const over = (ceilings: Ceiling[]) => [
      ...excessOf(
        weigh(ceilings, "decided", changes, () => "0"),
        "higher-signature",
        changes,
      ),
    ];
    expect(over([higher])).toEqual([["r3.a.2027", "200"]]);
    expect(over([higher, narrow])).toEqual([
      ["r3.a.2027", "400"],
      ["r2.a.2027", "300"],
    ]);
    expect(over([ceiling()])).toEqual([]);
  });

  it("is never exceeded by decisions that were only taken when it said yes", () => {
    const decision = fc.record({
      line: fc.constantFrom("r1.a.2027", "r2.a.2027", "r3.a.2027", "r4.a.2027"),
      amount: fc.integer({ min: 0, max: 900 }).map(String),
    });
    fc.assert(
      fc.property(fc.array(decision, { maxLength: 60 }), (decisions) => {
        let now = ledger(["r1", "r2", "r3", "r4"].map((id) => request(`${id}.a.2027`, "900")));
        for (const { line, amount } of decisions) {
          const weighed = weighOn(now, [ceiling()], [{ key: lineKey(line), amount }]);
          if (gravest(weighed) === "stop") continue;
          const recorded = recordMoney(now, happened(line, { type: "decided", amount, reason: "…" }));
          if (recorded.ok) now = recorded.ledger;
          const counted = [...now.lines.values()].reduce((sum, each) => sum + countedAt(each, "decided"), 0n);
          expect(counted).toBeLessThanOrEqual(1000n);
        }
      }),
      { numRuns: 500 },
    );
  });
});
