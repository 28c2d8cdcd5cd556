import { ifKnown } from "../calendar/index.ts";
import type { Assignment, CaseInput, CaseState, Instant } from "../engine/case.ts";
import { timersOf, type Timer } from "../engine/deadlines.ts";
import { holdersOf } from "../engine/holders.ts";
import type { MigrationOrder } from "../engine/command.ts";
import { migratedState, obstaclesTo, underTarget } from "../engine/migration.ts";
import type { Pipeline, StepId } from "../engine/pipeline.ts";
import type { MigrationObstacle } from "../engine/rejection.ts";
import { quorumOf, stepAt, waysBack } from "../engine/steps.ts";

export interface BeforeAfter<T> {
  before: T;
  after: T;
}

export interface TimerChange {
  key: string;
  event: Timer["event"];
  before: Instant | null;
  after: Instant | null;
  /** `passed`: it would have been told before today and is not told late. */
  what: "kept" | "moved" | "added" | "dropped" | "passed";
}

/** What a migration would change for one case; nothing that is not listed here changes. */
export interface MigrationPreview {
  caseId: string;
  version: BeforeAfter<number>;
  step: BeforeAfter<StepId | null>;
  holders: BeforeAfter<Assignment[]>;
  gains: Assignment[];
  loses: Assignment[];
  quorum: BeforeAfter<number | null>;
  returnsTo: BeforeAfter<readonly StepId[]>;
  dueAt: BeforeAfter<Instant | null>;
  timers: TimerChange[];
  /** Not empty: the case stays as it is, for these reasons. */
  obstacles: MigrationObstacle[] | [{ code: "case-closed" }];
}

export type MigrationOptions = Partial<Omit<MigrationOrder, "target">> & { now: Instant };

const keyOf = ({ unit, role, personId }: Assignment): string => `${unit}/${role}/${personId ?? ""}`;

const without = (all: readonly Assignment[], other: readonly Assignment[]): Assignment[] => {
  const known = new Set(other.map(keyOf));
  return all.filter((one) => !known.has(keyOf(one)));
};

/** Step, holders, dates, quorum before and after; refused with reasons where it is not possible. */
export function previewMigration(
  input: CaseInput,
  state: CaseState,
  target: Pipeline,
  options: MigrationOptions,
): MigrationPreview {
  const { renames = {}, timers = "keep", now } = options;
  const order: MigrationOrder = { target, renames, timers };
  const unmoved = asItIs(input, state, target);
  if (state.outcome !== null) return { ...unmoved, obstacles: [{ code: "case-closed" }] };
  const obstacles = obstaclesTo(input, state, order);
  if (obstacles.length > 0) return { ...unmoved, obstacles };
  const next = migratedState(input, state, order, { seq: state.seq + 1, reason: "", at: now });
  return { ...unmoved, ...changes({ input, state }, { input: underTarget(input, order), state: next }, now) };
}

interface Side {
  input: CaseInput;
  state: CaseState;
}

function asItIs(input: CaseInput, state: CaseState, target: Pipeline): MigrationPreview {
  const step = stepAt(input, state.step);
  const holders = holdersOf(input, state);
  return {
    caseId: input.caseId,
    version: { before: input.pipeline.version, after: target.version },
    step: { before: state.step, after: null },
    holders: { before: holders, after: holders },
    gains: [],
    loses: [],
    quorum: { before: quorumOf(step), after: null },
    returnsTo: { before: waysBack(input, state.step, state.facts), after: [] },
    dueAt: { before: state.dueAt, after: state.dueAt },
    timers: [],
    obstacles: [],
  };
}

const backFrom = ({ input, state }: Side): StepId[] => waysBack(input, state.step, state.facts);

function changes(before: Side, after: Side, now: Instant): Partial<MigrationPreview> {
  const [had, has] = [holdersOf(before.input, before.state), holdersOf(after.input, after.state)];
  const [old, step] = [stepAt(before.input, before.state.step), stepAt(after.input, after.state.step)];
  return {
    step: { before: before.state.step, after: after.state.step },
    holders: { before: had, after: has },
    gains: without(has, had),
    loses: without(had, has),
    quorum: { before: quorumOf(old), after: quorumOf(step) },
    returnsTo: { before: backFrom(before), after: backFrom(after) },
    dueAt: { before: before.state.dueAt, after: after.state.dueAt },
    timers: timerChanges(before, after, now),
  };
}

function timerChanges(before: Side, after: Side, now: Instant): TimerChange[] {
  const all = ({ input, state }: Side): Timer[] => ifKnown(() => timersOf(input, state)) ?? [];
  const [old, next] = [all(before), all(after)];
  const keys = [...new Set([...next, ...old].map(({ key }) => key))];
  return keys.flatMap((key): TimerChange[] => {
    const [was, will] = [old.find((one) => one.key === key), next.find((one) => one.key === key)];
    const { event } = (will ?? was) as Timer;
    const fired = before.state.fired.includes(key) && (will === undefined || after.state.fired.includes(key));
    // Told already, and not told again: nothing that anybody would notice.
    if (fired) return [];
    const change = { key, event, before: was?.at ?? null, after: will?.at ?? null };
    if (!will) return [{ ...change, what: "dropped" }];
    if (!was) return [{ ...change, what: will.at <= now && after.state.fired.includes(key) ? "passed" : "added" }];
    return [{ ...change, what: was.at === will.at ? "kept" : "moved" }];
  });
}
