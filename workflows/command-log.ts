import { ApplicationFailure } from "@temporalio/workflow";
import { ALREADY_RECORDED, type Remembered } from "./messages.ts";

interface Recorded {
  event: { seq: number; commandId: string | null };
}

/** What goes along across continue-as-new: plain JSON only. */
export interface CarriedLog {
  memory: Record<string, number>;
}

/**
 * The workflow's own guarantee (design.md §8.6): it remembers every command id with its seq, and holds each transition
 * until it knows that SQL has it.
 */
export class CommandLog<T extends Recorded> {
  #memory: Record<string, number>;
  #held: T[] = [];

  constructor(carried?: CarriedLog) {
    this.#memory = carried?.memory ?? {};
  }

  add(transition: T): void {
    this.#held.push(transition);
    const { commandId, seq } = transition.event;
    if (commandId !== null) this.#memory[commandId] = seq;
  }

  /** The server forgets update ids at continue-as-new, so a repeat is recognised here (I9). */
  refuseRepeat(commandId: string): void {
    const seq = this.#memory[commandId];
    if (seq !== undefined) throw ApplicationFailure.nonRetryable("already recorded", ALREADY_RECORDED, { seq });
  }

  confirm(upTo: number): void {
    this.#held = this.#held.filter((transition) => transition.event.seq > upTo);
  }

  get unconfirmed(): readonly T[] {
    return this.#held;
  }

  recall(commandId: string): Remembered<T> | null {
    const seq = this.#memory[commandId];
    if (seq === undefined) return null;
    return { seq, transition: this.#held.find((transition) => transition.event.seq === seq) ?? null };
  }

  carry(): CarriedLog {
    return { memory: this.#memory };
  }
}

/** An expected refusal on its way to the caller; anything but an ApplicationFailure would stall the workflow task. */
export const refusal = (rejection: { code: string }): ApplicationFailure =>
  ApplicationFailure.nonRetryable(rejection.code, rejection.code, rejection);
