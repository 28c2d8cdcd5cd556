import fc from "fast-check";
import type { LineKey, MoneyEvent } from "../../../domain/funding/money-event.ts";

export const lineKey = (lineId: string, over: Partial<LineKey> = {}): LineKey => ({
  lineId,
  requestId: lineId.split(".")[0] ?? lineId,
  unitCode: "SYT",
  taskCode: "III.3.b.1",
  sourceCode: "IV.1.TX.DP",
  year: Number(lineId.split(".").at(-1)),
  window: "next-year",
  capital: "regular",
  title: "Đề nghị",
  ...over,
});

let count = 0;
type Act<Event = MoneyEvent> = Event extends MoneyEvent ? Omit<Event, "id" | "lineId" | "at"> : never;

export const happened = (lineId: string, act: Act): MoneyEvent => {
  count += 1;
  return { ...act, id: `e${count}`, lineId, at: count };
};

export const request = (lineId: string, amount: string): MoneyEvent =>
  happened(lineId, { type: "requested", amount, line: lineKey(lineId) });

const LINES = ["r1.a.2027", "r1.a.2028", "r1.a.2029", "r2.a.2027", "r2.b.2027"];

const nextYear = (lineId: string): string => lineId.replace(/\d+$/, (year) => String(Number(year) + 1));

/** Anything that could be said about the money of a few lines, sensible or not. */
const anyEvent: fc.Arbitrary<MoneyEvent> = fc
  .record({
    lineId: fc.constantFrom(...LINES),
    elsewhere: fc.option(fc.constantFrom(...LINES), { freq: 1 }),
    amount: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constant(1_000_000_000_000)).map(String),
    reason: fc.constantFrom("", "lý do"),
    document: fc.constantFrom("15/QĐ-UBND", "15/QĐ-UBND", "15/QĐ-UBND", ""),
    period: fc.constantFrom("2027-Q1", "2027-Q2", "2027-03", "2028-Q1"),
    /** Where a new version of the request puts the row. */
    sourceCode: fc.constantFrom("IV.1.TX.DP", "IV.1.TX.DP", "IV.1.TX.TW"),
    adviser: fc.constantFrom("finance" as const, "planning" as const, "department" as const),
    type: fc.constantFrom(
      ...(["requested", "requested", "appraised", "proposed", "decided", "decided", "referred", "assigned"] as const),
      ...(["assigned", "supplemented", "disbursed", "disbursed", "carried-over", "recovered"] as const),
      ...(["withdrawn", "returned", "settled"] as const),
    ),
  })
  .map(({ lineId, elsewhere, amount, reason, document, adviser, period, sourceCode, type }): MoneyEvent => {
    switch (type) {
      case "requested":
        return happened(lineId, { type, amount, line: lineKey(lineId, { sourceCode }) });
      case "appraised":
        return happened(lineId, { type, amount, adviser });
      case "proposed":
        return happened(lineId, { type, amount });
      case "decided":
        return happened(lineId, { type, amount, reason });
      case "referred":
      case "withdrawn":
      case "returned":
        return happened(lineId, { type, reason });
      case "disbursed":
        return happened(lineId, { type, amount, period });
      case "carried-over":
        return happened(lineId, { type, amount, toLineId: elsewhere ?? nextYear(lineId), document });
      case "settled":
        return happened(lineId, { type, document });
      default:
        return happened(lineId, { type, amount, document });
    }
  });

/** Lines that have money already, so that what follows is more than a row of refusals. */
const funded = (): MoneyEvent[] =>
  LINES.flatMap((lineId) => [
    request(lineId, "100"),
    happened(lineId, { type: "decided", amount: "100" }),
    happened(lineId, { type: "assigned", amount: "90", document: "15/QĐ-UBND" }),
  ]);

export const anyStory: fc.Arbitrary<MoneyEvent[]> = fc
  .tuple(fc.boolean(), fc.array(anyEvent, { minLength: 1, maxLength: 120 }))
  .map(([begun, events]) => (begun ? [...funded(), ...events] : events));
