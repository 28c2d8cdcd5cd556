import type { Actor, CaseInput, CaseState, ContentRef, EventData, EventType, Instant } from "../case.ts";
import type { CommandBody, Verb } from "../command.ts";
import type { Step, StepId } from "../pipeline.ts";
import type { Rejection } from "../rejection.ts";

export interface VerbContext<B extends CommandBody = CommandBody> {
  input: CaseInput;
  state: CaseState;
  step: Step;
  body: B;
  actor: Actor;
  now: Instant;
}

/** All that is known before anybody has written anything. */
export type Readiness = Omit<VerbContext, "body">;

/** What an accepted verb changes; `to` absent = the step goes on. */
export interface Effect {
  to?: StepId;
  /** A return opens a new round. */
  newRound?: boolean;
  content?: ContentRef;
  data: EventData;
}

/**
 * Whose verb it is: those at whose desk the case lies, an administrator, one who may urge, the post that coordinates
 * opinions, whoever sent the case here, whoever may take back what was sent to another agency, whoever was asked a
 * question, whoever asked it, those who record what the council resolved, anybody of a unit that has a seat.
 */
export type Who =
  "holders" | "recorders" | "admin" | "urger" | "coordinator" | "sender" | "retractor" | "asked" | "asker" | "seated";

/** One row per verb: where it exists, who may use it, what refuses it, what it does. */
export interface VerbRule<B extends CommandBody> {
  event: EventType;
  at: (step: Step) => boolean;
  who: Who;
  /** Where the kind of the step gives it to somebody else. */
  whoAt?: Partial<Record<Step["kind"], Who>>;
  /** Offered on another page than the case's own. */
  elsewhere?: true;
  /** Refused to the authors of the content: nobody decides on their own case. */
  fourEyes: boolean;
  /** What refuses it now whatever is written into it; a button is drawn by it, and a command judged. */
  ready?: (context: Readiness) => Rejection | null;
  check: (context: VerbContext<B>) => Rejection | null;
  effect: (context: VerbContext<B>) => Effect;
}

export type Rules<V extends Verb> = { [K in V]: VerbRule<Extract<CommandBody, { verb: K }>> };

export const accept = (): null => null;

export const required = (field: string, text: string | undefined): Rejection | null =>
  (text ?? "").trim() === "" ? { code: "reason-required", field } : null;

export const note = (comment: string | undefined): EventData => (comment ? { comment } : {});

/** The first refusal a list of items meets. */
export function firstRefusal<T>(items: readonly T[], check: (item: T) => Rejection | null): Rejection | null {
  for (const item of items) {
    const refused = check(item);
    if (refused) return refused;
  }
  return null;
}
