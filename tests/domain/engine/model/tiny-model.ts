import type { Actor, SealedEvent } from "../../../../domain/engine/index.ts";

/*
 * What a reader of the record would work out by hand: who wrote any content, who has voted since the step was
 * entered, which round it is. It knows nothing of the engine's state, its rules or its tables, only the events.
 */
export class TinyModel {
  authors = new Set<string>();
  voters = new Set<string>();
  voices = new Set<string>();
  round = 1;
  content: string | null = null;
  proposer: ReadonlySet<string> = new Set();
  closed = false;
  readonly complaints: string[] = [];
  /** Votes by the event that carried them, since a withdrawal takes one back. */
  #votes: { seq: number; step: string; persons: string[]; unit: string }[] = [];
  #last: SealedEvent | null = null;

  read(event: SealedEvent): void {
    this.#order(event);
    const persons = event.actor ? personsOf(event.actor) : [];
    if (deciding.has(event.type)) this.#decides(event, persons);
    if (event.type === "skip-proposed") this.proposer = new Set(persons);
    if (event.type === "skipped") this.#skips(persons);
    if (event.type === "submitted" || event.type === "frozen") {
      for (const id of [...persons, ...(event.data.drafters ?? [])]) this.authors.add(id);
      this.content = event.content?.hash ?? null;
    }
    if (event.type === "withdrawn" && event.to === undefined) this.#takesBack(event);
    if (event.to !== undefined) this.#enters(event);
    this.#last = event;
  }

  #complain(event: SealedEvent, what: string): void {
    this.complaints.push(`${event.seq} ${event.type} at ${event.step}: ${what}`);
  }

  #order(event: SealedEvent): void {
    const last = this.#last;
    if (event.seq !== (last?.seq ?? 0) + 1) this.#complain(event, "a gap in the numbers");
    if (last && event.prevHash !== last.hash) this.#complain(event, "the chain is broken");
    if (last && event.step !== (last.to ?? last.step)) this.#complain(event, "not where the case was");
    if (event.round !== this.round) this.#complain(event, "a round of its own");
    if (event.toRound !== undefined && event.toRound < event.round) this.#complain(event, "back in rounds");
    if (event.toRound !== undefined && event.toRound > event.round + 1) this.#complain(event, "a round left out");
    if (event.actor === null && !alone.has(event.type)) this.#complain(event, "nobody did it");
    if (event.type !== "submitted" && event.type !== "frozen" && (event.content?.hash ?? null) !== this.content) {
      this.#complain(event, "not on the content that lies there");
    }
    if (clockwork.has(event.type) && event.to !== undefined) this.#complain(event, "a deadline moved the case");
    if (this.closed) this.#complain(event, "after the end");
  }

  #decides(event: SealedEvent, persons: string[]): void {
    if (persons.some((id) => this.authors.has(id))) this.#complain(event, "decides on their own case");
    if (event.type !== "approved" && event.type !== "opinion-given") return;
    if (persons.some((id) => this.voters.has(id))) this.#complain(event, "votes twice");
    if (event.type === "opinion-given") {
      if (this.voices.has(event.data.unit ?? "")) this.#complain(event, "a unit speaks twice");
      this.voices.add(event.data.unit ?? "");
    }
    for (const id of persons) this.voters.add(id);
    this.#votes.push({ seq: event.seq, step: event.step, persons, unit: event.data.unit ?? "" });
  }

  #skips(persons: string[]): void {
    if (persons.some((id) => this.proposer.has(id))) this.complaints.push("one person skipped a step alone");
    if (this.proposer.size === 0) this.complaints.push("skipped without a proposal");
  }

  /** A vote or an opinion that has not moved the case: as if it had not been given. */
  #takesBack(event: SealedEvent): void {
    const taken = this.#votes.find(({ seq }) => seq === event.data.refersTo);
    for (const id of taken?.persons ?? []) this.voters.delete(id);
    this.voices.delete(taken?.unit ?? "");
    this.#votes = this.#votes.filter((vote) => vote !== taken);
  }

  #enters(event: SealedEvent): void {
    this.round = event.toRound ?? this.round;
    this.proposer = new Set();
    this.voices = new Set();
    this.voters = new Set();
    // Whoever takes back an act finds the votes of the others at that step still given.
    if (event.type === "withdrawn") {
      this.#votes = this.#votes.filter(({ seq }) => seq !== event.data.refersTo);
      const given = this.#votes.filter(({ step }) => step === event.to);
      for (const { persons } of given) for (const id of persons) this.voters.add(id);
    } else if (event.toRound === event.round + 1) this.#votes = [];
  }
}

const personsOf = (actor: Actor): string[] =>
  actor.onBehalfOf ? [actor.personId, actor.onBehalfOf.personId] : [actor.personId];

const deciding = new Set<SealedEvent["type"]>(["approved", "rejected", "returned", "opinion-given", "lines-decided"]);
const clockwork = new Set<SealedEvent["type"]>(["reminded", "overdue", "escalated"]);
const alone = new Set<SealedEvent["type"]>([...clockwork, "opened", "milestone-reached", "task-done"]);
