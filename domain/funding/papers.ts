import type { Instant } from "../engine/actor.ts";
import type { Role } from "../engine/pipeline.ts";
import type { Dong } from "../money/dong.ts";
import type { CeilingMode, CountedStage } from "./ceiling.ts";
import { nextYearOf, type LineMoney } from "./line-money.ts";
import type { MoneyEvent } from "./money-event.ts";

/** Papers that give, take back, move or close the money of a line after it was assigned. */
export const LINE_PAPERS = ["supplemented", "recovered", "carried-over", "settled"] as const;
export type LinePaperKind = (typeof LINE_PAPERS)[number];
export const CEILING_PAPERS = ["ceiling-set", "ceiling-end"] as const;
export type PaperKind = LinePaperKind | (typeof CEILING_PAPERS)[number];

export const isCeilingPaper = (kind: PaperKind): boolean => (CEILING_PAPERS as readonly PaperKind[]).includes(kind);

export interface LinePaperBody {
  readonly document: string;
  /** A settlement has none. */
  readonly amount?: Dong;
  /** Why it goes above a ceiling that warns. */
  readonly reason?: string;
}

export interface CeilingPlace {
  readonly source: string;
  readonly year: number;
  /** null: all windows of the year together. */
  readonly window: string | null;
}

export interface CeilingPaperBody extends CeilingPlace {
  readonly document: string;
  readonly reason: string;
  /** Version that the sender had on screen; 0: there was none. */
  readonly base: number;
  readonly amount?: Dong;
  readonly modes?: Readonly<Partial<Record<CountedStage, CeilingMode>>>;
}

export const PAPER_STATUSES = ["proposed", "confirmed", "declined", "withdrawn"] as const;
export type PaperStatus = (typeof PAPER_STATUSES)[number];

/** Entered by one person, confirmed by a second; what it says never changes. */
export interface Paper {
  readonly id: string;
  readonly kind: PaperKind;
  /** Line or ceiling place. */
  readonly subjectId: string;
  readonly body: LinePaperBody | CeilingPaperBody;
  readonly personId: string;
  readonly personName: string;
  readonly unitCode: string;
  readonly role: Role;
  readonly at: Instant;
  readonly status: PaperStatus;
}

export const ceilingSubject = ({ source, year, window }: CeilingPlace): string => `${source}|${year}|${window ?? ""}`;

/** What a confirmed paper does to its line; the event bears the paper's id, so that it is booked once. */
export function moneyEventOf(
  { id, kind, subjectId: lineId }: Pick<Paper, "id" | "kind" | "subjectId">,
  { document, amount = "0" }: LinePaperBody,
  at: Instant,
): MoneyEvent {
  const base = { id, lineId, at, document };
  switch (kind) {
    case "supplemented":
    case "recovered":
      return { ...base, type: kind, amount };
    case "carried-over":
      return { ...base, type: kind, amount, toLineId: nextYearOf(lineId) };
    case "settled":
      return { ...base, type: kind };
    default:
      throw new Error(`${kind} is not about a line`);
  }
}

/** The last open line of a request is settled with its case: the agency has sent the settlement in. */
export const maySettle = (stepOfCase: string | null, others: readonly LineMoney[], settlement: string): boolean =>
  stepOfCase === settlement ||
  others.some(({ settled, assigned, carriedIn }) => !settled && (assigned > 0n || carriedIn > 0n));
