import { questionsOf } from "./questions.ts";
import { ifKnown, type CalendarGap } from "../calendar/index.ts";
import type { CaseEvent, CaseInput, CaseState, Clock, Extension, Instant } from "./case.ts";
import { redate } from "./clock.ts";
import type { MigrationOrder } from "./command.ts";
import { firedBy, timersOf } from "./deadlines.ts";
import { dueOfStep } from "./due.ts";
import type { TableRef } from "./event.ts";
import type { Pipeline, Step, StepId } from "./pipeline.ts";
import type { MigrationObstacle } from "./rejection.ts";
import { hashOf } from "./seal.ts";
import { clarifyTargets, deadlineOf, holderOf, quorumOf, stepAt, stepsFrom } from "./steps.ts";

export const refOf = (pipeline: Pipeline): TableRef => ({ version: pipeline.version, hash: hashOf(pipeline) });

export const renamed = (renames: MigrationOrder["renames"], id: StepId): StepId =>
  Object.hasOwn(renames, id) ? (renames[id] ?? id) : id;

const has = (pipeline: Pipeline, id: StepId): boolean => Object.hasOwn(pipeline.steps, id);

export const underTarget = (input: CaseInput, { target }: Pick<MigrationOrder, "target">): CaseInput => ({
  ...input,
  pipeline: target,
});

/** The input with which a case goes on after an event: another table once it has been migrated. */
export const inputAfter = (input: CaseInput, event: CaseEvent): CaseInput =>
  event.data.table === undefined ? input : { ...input, pipeline: event.data.table };

/** Everything that stands in the way, or nothing. Camunda's rules as they apply here: docs/pipelines.md. */
export function obstaclesTo(input: CaseInput, state: CaseState, order: MigrationOrder): MigrationObstacle[] {
  const found = [...tableObstacles(input, order), ...renameObstacles(input, order)];
  const id = renamed(order.renames, state.step);
  if (!has(order.target, id)) return [...found, { code: "step-missing", step: state.step }];
  const [before, after] = [stepAt(input, state.step), order.target.steps[id] as Step];
  found.push(...stepObstacles(state, before, after), ...aheadObstacles(input, state, order, id));
  return found.length > 0 ? found : dateObstacles(input, state, order);
}

function tableObstacles(input: CaseInput, { target }: MigrationOrder): MigrationObstacle[] {
  if (target.id !== input.pipeline.id) return [{ code: "other-pipeline", pipeline: target.id }];
  const newer = target.version > input.pipeline.version;
  return newer ? [] : [{ code: "not-newer", version: input.pipeline.version }];
}

/** Each step goes to one step, and no two to the same. */
function renameObstacles({ pipeline }: CaseInput, { target, renames }: MigrationOrder): MigrationObstacle[] {
  return Object.entries(renames).flatMap(([from, to]): MigrationObstacle[] => {
    if (!has(pipeline, from)) return [{ code: "rename-unknown", step: from, in: "present" }];
    if (!has(target, to)) return [{ code: "rename-unknown", step: to, in: "target" }];
    const other = Object.keys(pipeline.steps).find((id) => id !== from && renamed(renames, id) === to);
    return other === undefined ? [] : [{ code: "rename-collides", step: from, with: other }];
  });
}

/** What the present step is may not change under the people at it, and a migration never completes a decision. */
function stepObstacles(state: CaseState, before: Step, after: Step): MigrationObstacle[] {
  const { step } = state;
  const found: MigrationObstacle[] = [];
  if (before.kind !== after.kind) found.push({ code: "kind-differs", step, before: before.kind, after: after.kind });
  if (before.kind === "task") found.push({ code: "system-at-work", step });
  if (before.kind === "await" && after.kind === "await" && before.awaits !== after.awaits) {
    found.push({ code: "awaits-differ", step });
  }
  if (before.milestone !== after.milestone) found.push({ code: "milestone-differs", step });
  if (questionsOf(state).length > 0 && clarifyTargets(after).length === 0) found.push({ code: "question-open", step });
  const [given, quorum] = [votesGiven(state), quorumOf(after)];
  if (given >= quorum) found.push({ code: "quorum-reached", given, quorum });
  return found;
}

/** A vote by delegation blocks two persons but counts once. */
export const votesGiven = (state: CaseState): number => new Set(state.votes.map(({ seq }) => seq)).size;

function aheadObstacles(input: CaseInput, state: CaseState, order: MigrationOrder, id: StepId): MigrationObstacle[] {
  const target = underTarget(input, order);
  const ahead = [...stepsFrom(target, id)];
  const empty = ahead.flatMap((step): MigrationObstacle[] => {
    const party = holderOf(stepAt(target, step))?.party;
    return party !== undefined && input.parties[party] === undefined ? [{ code: "nobody-sits", step, party }] : [];
  });
  const fulfilled = (table: CaseInput, from: StepId): boolean =>
    [...stepsFrom(table, from)].some((step) => step !== from && stepAt(table, step).fulfilsDuty === true);
  const lost = state.sentAt === null && fulfilled(input, state.step) && !fulfilled(target, id);
  return lost ? [...empty, { code: "duty-lost", step: state.step }] : empty;
}

function dateObstacles(input: CaseInput, state: CaseState, order: MigrationOrder): MigrationObstacle[] {
  const target = underTarget(input, order);
  const moved = movedState(state, order);
  const deadline = deadlineOf(stepAt(target, moved.step));
  let missing: CalendarGap | null = null;
  const due = ifKnown(
    () => dueOfStep(target, moved),
    (gap) => (missing = gap),
  );
  ifKnown(
    () => timersOf(target, { ...moved, dueAt: due }),
    (gap) => (missing = gap),
  );
  if (missing !== null) return [{ code: "year-missing", year: (missing as CalendarGap).year }];
  if (order.timers === "recompute" || deadline === null) return [];
  const given = deadlineOf(stepAt(input, state.step));
  if (state.clock.pausedAt !== null && hashOf(given?.by ?? null) !== hashOf(deadline.by)) {
    return [{ code: "date-not-kept", why: "clock-paused" }];
  }
  if (due === state.dueAt) return [];
  if (state.dueAt === null) return [{ code: "date-not-kept", why: "no-date" }];
  return deadline.by === "case" ? [{ code: "date-not-kept", why: "due-with-case" }] : [];
}

/** The same case with its steps called as the target calls them. */
function movedState(state: CaseState, { target, renames }: MigrationOrder): CaseState {
  const name = (id: StepId): StepId => renamed(renames, id);
  const leftOf = (left: Clock["left"]): Clock["left"] => {
    const known = Object.entries(left).filter(([id]) => has(target, name(id)));
    return Object.fromEntries(known.map(([id, days]) => [name(id), days]));
  };
  const { recall } = state;
  return {
    ...state,
    pipelineVersion: target.version,
    step: name(state.step),
    signatures: state.signatures.map((one) => ({ ...one, step: name(one.step) })),
    issued: state.issued.map((one) => ({ ...one, step: name(one.step) })),
    lines: state.lines.map((one) => (one.step === undefined ? one : { ...one, step: name(one.step) })),
    returned: state.returned && { ...state.returned, from: name(state.returned.from) },
    // What was sent from a step that is no more cannot be taken back to it.
    recall: recall && has(target, name(recall.step)) ? movedRecall(recall, name, leftOf) : null,
    clock: { ...state.clock, left: leftOf(state.clock.left) },
  };
}

function movedRecall(
  recall: NonNullable<CaseState["recall"]>,
  name: (id: StepId) => StepId,
  leftOf: (left: Clock["left"]) => Clock["left"],
): CaseState["recall"] {
  const { clock, returned } = recall.stood;
  const stood = {
    ...recall.stood,
    clock: { ...clock, left: leftOf(clock.left) },
    returned: returned && { ...returned, from: name(returned.from) },
  };
  return { ...recall, step: name(recall.step), stood };
}

/** A date that is kept is written down as one that was given, so that it outlives the next change of the calendar. */
function withKeptDate(target: CaseInput, state: CaseState, at: { seq: number; reason: string }): CaseState {
  const deadline = deadlineOf(stepAt(target, state.step));
  const due = ifKnown(() => dueOfStep(target, state));
  const given = state.dueAt;
  if (!deadline || given === null || due === given || deadline.by === "case") return state;
  const kept: Extension = { from: due ?? given, to: given, ...at, of: "step" };
  return { ...state, clock: { ...state.clock, pausedFor: 0, extended: [...state.clock.extended, kept] } };
}

/** The state after a migration: same step, votes, signatures and content; only what the table says is new. */
export function migratedState(
  input: CaseInput,
  state: CaseState,
  order: MigrationOrder,
  { seq, reason, at }: { seq: number; reason: string; at: Instant },
): CaseState {
  const target = underTarget(input, order);
  const moved = movedState(state, order);
  const dated = order.timers === "keep" ? withKeptDate(target, moved, { seq, reason }) : moved;
  const next = { ...dated, ...redate(target, dated, at) };
  // What the new table would have told before today is not told late; that the term is over is told once.
  const past = firedBy(target, next, at).filter((key) => key !== "overdue" || state.fired.includes("overdue"));
  return { ...next, fired: past };
}

export const migrated = (input: CaseInput, state: CaseState, { seq, at, data }: CaseEvent): Partial<CaseState> => {
  const { migration, table } = data;
  if (!migration || !table) return {};
  const { renames, timers } = migration;
  return migratedState(input, state, { target: table, renames, timers }, { seq, at, reason: data.reason ?? "" });
};
