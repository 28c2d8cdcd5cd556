import type { EventView } from "../../domain/contracts/cases.ts";
import type { Actor, CaseInput, SealedEvent } from "../../domain/engine/case.ts";
import type { NumberRow } from "../../store/index.ts";
import { iso, isoOrNull } from "../clock-text.ts";
import type { Tables } from "./directory.ts";
import { postView, unitName, type Units } from "./names.ts";

export function actorView(actor: Actor, units: Units): NonNullable<EventView["actor"]> {
  const { unit, role } = actor.post;
  return {
    personId: actor.personId,
    name: actor.name,
    unit,
    unitName: unitName(units, unit),
    role,
    onBehalfOf: actor.onBehalfOf?.name ?? null,
  };
}

interface EventContext {
  units: Units;
  tables: Tables;
  numbers: readonly NumberRow[];
  /** Names of persons to whom work was given by name. */
  people: ReadonlyMap<string, string>;
}

/** Steps bear the names of the table in force when the event happened, which a migration may have replaced since. */
export function eventView(event: SealedEvent, input: CaseInput, context: EventContext): EventView {
  const { units, tables, numbers } = context;
  const then = tables.get(event.pipeline) ?? input.pipeline;
  const nameOf = (step: string) => then.steps[step]?.name ?? { vi: step, en: step };
  const to = event.to ?? null;
  return {
    seq: event.seq,
    type: event.type,
    at: iso(event.at),
    step: event.step,
    stepName: nameOf(event.step),
    round: event.round,
    to,
    toName: to === null ? null : nameOf(to),
    actor: event.actor && actorView(event.actor, units),
    contentHash: event.content?.hash ?? null,
    data: { ...event.data },
    ...factsOf(event, context),
    number: numbers.find(({ seq }) => seq === event.seq)?.symbol ?? null,
    hash: event.hash,
  };
}

/** What the record says in codes, in words. */
function factsOf(
  { data: { assigned, missing = [], due } }: SealedEvent,
  { units, people }: EventContext,
): Pick<EventView, "assigned" | "missing" | "due"> {
  return {
    assigned: assigned
      ? { ...postView(units, assigned), person: people.get(assigned.personId ?? "") ?? assigned.personId ?? null }
      : null,
    missing: missing.map(({ unit, reason }) => ({ unitName: unitName(units, unit), reason })),
    due: due ? { from: isoOrNull(due.from), to: isoOrNull(due.to) } : null,
  };
}
