import { ApplicationFailure } from "@temporalio/workflow";
import { ALREADY_RECORDED, type Remembered } from "./messages.ts";

interface Recorded {
  event: { seq: number; commandId: string | null };
}

/** What goes along across continue-as-new: plain JSON only. */
export interface CarriedLog<T> {
  memory: [commandId: string, seq: number][];
  held: T[];
  confirmed: number;
}

/**
 * Ids that SQL has are kept only for calls that were under way when it got them; the latest so many outlast every call
 * deadline. Older ones are answered from their receipts before a workflow is asked (store/claim.ts).
 */
const KEPT_IDS = 300;
/** With so many transitions unknown to SQL the workflow writes them down itself, whoever should have done so. */
const KEPT_TRANSITIONS = 50;
/** Of what goes along unwritten; with the state and the ids it stays far below the server's 2 MiB per payload. */
const CARRIED_LENGTH = 400_000;
/** One record call stays far below the server's 2 MiB per payload, also where a state is large. */
const BATCH_LENGTH = 400_000;

const lengthOf = (value: unknown): number => JSON.stringify(value).length;

/**
 * The workflow's own guarantee (design.md §8.6): it remembers the latest command ids with their seq, and holds each
 * transition until it knows that SQL has it. Bounded in both.
 */
export class CommandLog<T extends Recorded> {
  #memory: Map<string, number>;
  #held: T[];
  /** SQL has every event up to this one. */
  #confirmed: number;

  constructor(carried?: CarriedLog<T>) {
    this.#memory = new Map(carried?.memory);
    this.#held = carried?.held ?? [];
    this.#confirmed = carried?.confirmed ?? 0;
  }

  add(transition: T): void {
    this.#held.push(transition);
    const { commandId, seq } = transition.event;
    if (commandId === null) return;
    this.#memory.set(commandId, seq);
    this.#forget();
  }

  /** Oldest first; never one whose event SQL may not have. */
  #forget(): void {
    for (const [commandId, seq] of this.#memory) {
      if (this.#memory.size <= KEPT_IDS || seq > this.#confirmed) return;
      this.#memory.delete(commandId);
    }
  }

  /** The server forgets update ids at continue-as-new, so a repeat is recognised here (I9). */
  refuseRepeat(commandId: string): void {
    const seq = this.#memory.get(commandId);
    if (seq !== undefined) throw ApplicationFailure.nonRetryable("already recorded", ALREADY_RECORDED, { seq });
  }

  confirm(upTo: number): void {
    this.#confirmed = Math.max(this.#confirmed, upTo);
    this.#held = this.#held.filter((transition) => transition.event.seq > this.#confirmed);
  }

  get unconfirmed(): number {
    return this.#held.length;
  }

  get overfull(): boolean {
    return this.#held.length >= KEPT_TRANSITIONS;
  }

  /** Too much to go along to the next run: it is written down before. */
  get tooLargeToCarry(): boolean {
    return this.#held.reduce((length, transition) => length + lengthOf(transition), 0) > CARRIED_LENGTH;
  }

  /** The oldest unconfirmed transitions, as many as one record call takes; at least one, if there is any. */
  batch(): T[] {
    let length = 0;
    const after = this.#held.findIndex((transition) => {
      const before = length;
      length += lengthOf(transition);
      return before > 0 && length > BATCH_LENGTH;
    });
    return after === -1 ? [...this.#held] : this.#held.slice(0, after);
  }

  recall(commandId: string): Remembered<T> | null {
    const seq = this.#memory.get(commandId);
    if (seq === undefined) return null;
    return { seq, transition: this.#held.find((transition) => transition.event.seq === seq) ?? null };
  }

  carry(): CarriedLog<T> {
    return { memory: [...this.#memory], held: this.#held, confirmed: this.#confirmed };
  }
}

/** An expected refusal on its way to the caller; anything but an ApplicationFailure would stall the workflow task. */
export const refusal = (rejection: { code: string }): ApplicationFailure =>
  ApplicationFailure.nonRetryable(rejection.code, rejection.code, rejection);
