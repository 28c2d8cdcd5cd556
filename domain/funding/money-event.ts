import type { Dong } from "../money/dong.ts";

/** Unit that appraises: after a merger one unit may advise on both branches. */
export type Adviser = string;

/** From which stage on what was said of a line is taken back. */
export const UNDONE_FROM = ["appraised", "proposed", "decided"] as const;
export type UndoneFrom = (typeof UNDONE_FROM)[number];

export const MONEY_EVENT_TYPES = [
  "requested",
  "returned",
  "appraised",
  "proposed",
  "decided",
  "referred",
  "deferred",
  "undecided",
  "assigned",
  "supplemented",
  "disbursed",
  "carried-over",
  "recovered",
  "withdrawn",
  "settled",
  "recorded",
] as const;
export type MoneyEventType = (typeof MONEY_EVENT_TYPES)[number];

interface Base {
  /** The same id is the same event, however often it arrives. */
  readonly id: string;
  readonly lineId: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** The line an amount belongs to: request × source × year × window. */
export interface LineKey {
  readonly lineId: string;
  readonly requestId: string;
  readonly unitCode: string;
  readonly taskCode: string;
  readonly sourceCode: string;
  readonly year: number;
  readonly window: string;
  readonly capital: string;
  readonly title: string;
}

/** One thing that happened to the money of one line. Events are added, never changed. */
export type MoneyEvent = Base &
  (
    | { readonly type: "requested"; readonly amount: Dong; readonly line: LineKey }
    | { readonly type: "appraised"; readonly amount: Dong; readonly adviser: Adviser; readonly reason?: string }
    | { readonly type: "proposed"; readonly amount: Dong; readonly reason?: string }
    | { readonly type: "decided"; readonly amount: Dong; readonly reason?: string; readonly document?: string }
    | { readonly type: "referred"; readonly reason: string }
    /** Taken off its list while it waits for the council, to stand on the next one. */
    | { readonly type: "deferred"; readonly reason: string }
    /** A list that was returned, recalled or frozen anew: what was said before counts no more. */
    | { readonly type: "undecided"; readonly from: UndoneFrom; readonly reason: string }
    | { readonly type: "assigned" | "supplemented" | "recovered"; readonly amount: Dong; readonly document: string }
    | {
        readonly type: "disbursed";
        readonly amount: Dong;
        readonly period: string;
        readonly progress?: number;
        readonly evidence?: string;
      }
    /** `toLineId`: the line of the next year that takes the money over. */
    | { readonly type: "carried-over"; readonly amount: Dong; readonly toLineId: string; readonly document: string }
    | { readonly type: "withdrawn"; readonly reason: string }
    | { readonly type: "settled"; readonly document: string }
    /** The request is with its agency again: what the line says now is nobody's to decide on. */
    | { readonly type: "returned"; readonly reason: string }
    /** IV.3: money that nobody asks the budget for. Said again, it replaces what was said before. */
    | {
        readonly type: "recorded";
        readonly amount: Dong;
        readonly document: string;
        readonly evidence?: string;
        readonly line: LineKey;
      }
  );
