import type { output } from "zod";
import type { moneyLineSchema } from "../../../domain/contracts/funding.ts";
import type { Tone } from "../theme/palette.ts";

export type MoneyLine = output<typeof moneyLineSchema>;

const states = [
  "recorded",
  "settled",
  "withdrawn",
  "returned",
  "referred",
  "deferred",
  "assigned",
  "decided",
  "requested",
] as const;
export type LineState = (typeof states)[number];

const holds: Record<LineState, (line: MoneyLine) => boolean> = {
  recorded: ({ recorded }) => recorded !== "0",
  settled: ({ settled }) => settled,
  withdrawn: ({ withdrawn }) => withdrawn,
  returned: ({ returned }) => returned,
  referred: ({ referred }) => referred,
  deferred: ({ deferred }) => deferred,
  assigned: ({ assigned, carriedIn }) => assigned !== "0" || carriedIn !== "0",
  decided: ({ decided }) => decided !== null,
  requested: () => true,
};

/** The furthest a line has come, or what keeps it. */
export const stateOf = (line: MoneyLine): LineState => states.find((state) => holds[state](line)) ?? "requested";

export const toneOf: Record<LineState, Tone> = {
  recorded: "info",
  settled: "good",
  withdrawn: "neutral",
  returned: "soon",
  referred: "soon",
  deferred: "soon",
  assigned: "good",
  decided: "accent",
  requested: "accent",
};
