import type { QueryDefinition, UpdateDefinition } from "@temporalio/common";
import { allHandlersFinished, condition, setHandler } from "@temporalio/workflow";
import { CommandLog, refusal, type CarriedLog } from "./command-log.ts";
import type { Remembered } from "./messages.ts";

interface Command {
  id: string;
  knownSeq: number;
}

interface Told<S> {
  event: { seq: number; commandId: string | null };
  state: S;
}

type Decided<E> = { ok: true; event: E } | { ok: false; rejection: { code: string } };

/** Where two durable shapes differ: what they decide, and where it is written. */
export interface Rules<S, C, E, T> {
  decide: (state: S, command: C, now: number) => Decided<E>;
  apply: (state: S, event: E) => T;
  record: (transitions: T[]) => Promise<void>;
  kept?: (transition: T) => void;
}

export interface CarriedJournal<S, T> {
  state: S;
  log: CarriedLog<T>;
}

/** What every durable shell does with its decisions: takes commands, keeps the state, owes SQL what nobody else tells. */
export class Journal<S, C extends Command, E, T extends Told<S>> {
  state: S;
  readonly #rules: Rules<S, C, E, T>;
  readonly #log: CommandLog<T>;
  #owes = false;

  constructor(rules: Rules<S, C, E, T>, begun: { opening: T } | { carried: CarriedJournal<S, T> }) {
    this.#rules = rules;
    const carried = "carried" in begun ? begun.carried : null;
    this.#log = new CommandLog(carried?.log);
    this.state = carried ? carried.state : (begun as { opening: T }).opening.state;
    if ("opening" in begun) this.#keep(begun.opening);
    this.#owes = this.#log.unconfirmed > 0;
  }

  /** Before the first await of the workflow: an update that comes when no handler is set is refused by the server. */
  answer(update: UpdateDefinition<T, [C]>, memory: QueryDefinition<Remembered<T> | null, [string]>): void {
    const validator = (command: C): void => void this.#decide(command);
    setHandler(update, (command) => this.#act(command), { validator });
    setHandler(memory, (commandId) => this.#log.recall(commandId));
  }

  #decide(command: C): E {
    this.#log.refuseRepeat(command.id);
    const decision = this.#rules.decide(this.state, command, Date.now());
    if (!decision.ok) throw refusal(decision.rejection);
    return decision.event;
  }

  /** Decides once more: an update admitted in the same task may have moved the state since the validator ran. */
  #act(command: C): T {
    const event = this.#decide(command);
    this.#log.confirm(command.knownSeq);
    return this.#keep(this.#rules.apply(this.state, event));
  }

  /** Something the workflow does by itself: SQL hears of it from nobody else. */
  do(event: E): void {
    this.#owes = true;
    this.#keep(this.#rules.apply(this.state, event));
  }

  #keep(transition: T): T {
    this.state = transition.state;
    this.#log.add(transition);
    this.#rules.kept?.(transition);
    return transition;
  }

  get owes(): boolean {
    return this.#owes || this.#log.overfull;
  }

  async record(): Promise<void> {
    const batch = this.#log.batch();
    const last = batch.at(-1);
    if (!last) return;
    this.#owes = batch.length < this.#log.unconfirmed;
    await this.#rules.record(batch);
    this.#log.confirm(last.event.seq);
  }

  /** Before the workflow ends: nothing that happened is unknown to SQL. */
  async recordAll(): Promise<void> {
    await condition(allHandlersFinished);
    while (this.#log.unconfirmed > 0) await this.record();
  }

  /**
   * Before it continues as new. Commands may go on coming while this writes: what is unwritten then goes along, so that
   * a busy case is not kept from renewing itself until the server takes no more updates.
   */
  async settleDown(): Promise<void> {
    await condition(allHandlersFinished);
    do await this.record();
    while (this.#log.tooLargeToCarry);
  }

  carry(): CarriedJournal<S, T> {
    return { state: this.state, log: this.#log.carry() };
  }
}

/** Waits for a condition, at most until an instant; re-armed by the caller when the instant is another one. */
export async function waitFor(holds: () => boolean, until: number | null): Promise<void> {
  if (until === null) await condition(holds);
  else await condition(holds, Math.max(1, until - Date.now()));
}
