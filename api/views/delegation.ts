import { answersFor, statusOn, type Seated } from "../../domain/delegation/index.ts";
import { localDate } from "../../domain/calendar/index.ts";
import type { DelegatedAct, DelegationEventView, DelegationView } from "../../domain/contracts/delegations.ts";
import type { Label } from "../../domain/engine/pipeline.ts";
import { stateOf, type ActUnderDelegation, type DelegationRow, type SealedDelegationEvent } from "../../store/index.ts";
import type { Caller } from "../auth/caller.ts";
import { iso, isoOrNull } from "../clock-text.ts";
import type { Deps } from "../deps.ts";
import type { Tables } from "./directory.ts";
import { postView, type Units } from "./names.ts";

export interface DelegationContext {
  caller: Caller;
  units: Units;
  tables: Tables;
}

export const seatedView = (units: Units, { personId, name, post }: Seated) => ({
  personId,
  name,
  post: postView(units, post),
});

/** A pipeline as its latest version calls it. */
export function pipelineNames(tables: Tables): ReadonlyMap<string, Label> {
  const latest = new Map<string, { version: number; name: Label }>();
  for (const { id, version, name } of tables.values()) {
    if ((latest.get(id)?.version ?? 0) < version) latest.set(id, { version, name });
  }
  return new Map([...latest].map(([id, { name }]) => [id, name]));
}

export function delegationView(deps: Deps, row: DelegationRow, context: DelegationContext): DelegationView {
  const { caller, units, tables } = context;
  const state = stateOf(row);
  const { id, from, to, start, end, pipelines, ceiling, document, needsAcceptance } = state.terms;
  const today = localDate(deps.clock());
  const names = pipelineNames(tables);
  return {
    id,
    from: seatedView(units, from),
    to: seatedView(units, to),
    start,
    end,
    pipelines: pipelines.map((pipeline) => ({
      id: pipeline,
      name: names.get(pipeline) ?? { vi: pipeline, en: pipeline },
    })),
    ceiling,
    document,
    needsAcceptance,
    status: statusOn(state, today),
    madeBy: row.madeBy,
    madeAt: iso(row.madeAt),
    acceptedAt: isoOrNull(row.acceptedAt),
    endedAt: isoOrNull(row.endedAt),
    answers: answersFor(state, { by: caller, today, seats: deps.seats }),
  };
}

export const delegationEventView = (event: SealedDelegationEvent): DelegationEventView => ({
  seq: event.seq,
  type: event.type,
  at: iso(event.at),
  by: event.by.name,
  reason: "reason" in event ? event.reason : null,
  hash: event.hash,
});

export function actView({ title, event }: ActUnderDelegation, tables: Tables): DelegatedAct {
  const { caseId, type, step, at, actor, pipeline } = event;
  return {
    caseId,
    title,
    type,
    stepName: tables.get(pipeline)?.steps[step]?.name ?? { vi: step, en: step },
    by: actor?.name ?? "",
    at: iso(at),
  };
}
