import type { CaseEvent, CaseInput, CaseState, Instant, Transition } from "./case.ts";
import type { CaseCommand, Expected, MilestoneMessage, TaskResult } from "./command.ts";
import { afterAct, evolve } from "./evolve.ts";
import { holdersOf } from "./holders.ts";
import { mayUse } from "./may.ts";
import type { Rejection } from "./rejection.ts";
import { seal } from "./seal.ts";
import { stepAt } from "./steps.ts";
import { dropped, isDropped, linesTarget } from "./lines.ts";
import type { Milestone, Step, StepId } from "./pipeline.ts";
import { routeFrom } from "./route.ts";
import type { Effect } from "./rules/rule.ts";
import { ruleOf } from "./verbs.ts";

export type Decision = { ok: true; event: CaseEvent } | { ok: false; rejection: Rejection };

/** What a command does to a case, or why it is refused. Nothing else in the product decides that. */
export function decide(input: CaseInput, state: CaseState, command: CaseCommand, now: Instant): Decision {
  const { verb } = command.body;
  const { actor, body } = command;
  const context = { input, state, step: stepAt(input, state.step), body, actor, now };
  const refused =
    checkFresh(state, command.expected) ?? mayUse({ input, state, verb, actor, now }) ?? ruleOf(verb).check(context);
  if (refused) return { ok: false, rejection: refused };
  return complete(input, state, { ...head(state, now), ...act(command) }, ruleOf(verb).effect(context));
}

/** A milestone of another workflow moves a case that waits for it with the content it was told of. */
export function reachMilestone(
  input: CaseInput,
  state: CaseState,
  message: MilestoneMessage,
  now: Instant,
): CaseEvent | null {
  if (state.outcome !== null || state.aside) return null;
  if (message.lines) return dropLines(input, state, message.lines, now);
  const { milestone, answer, changed } = message;
  const to = whereTo(stepAt(input, state.step), milestone);
  // Lines that an earlier list left to the council are answered while the money of the others is being spent.
  const later = answer !== undefined && state.answered !== undefined;
  if (to === null && !later) return null;
  const other = isOfAnother(state, message);
  if (other && changed === undefined) return null;
  const addendum = message.addendum === true || other;
  return ofSystem(input, state, now, {
    type: "milestone-reached",
    ...(to !== null && { to }),
    data: { milestone, ...(answer && { answer }), ...(addendum && { addendum: true }) },
  });
}

/** Told of another content than lies here now; that a campaign is over is told of whatever lies there. */
const isOfAnother = ({ content }: CaseState, { milestone, contentHash }: MilestoneMessage): boolean =>
  milestone !== "over" && contentHash !== undefined && contentHash !== (content?.hash ?? null);

/** A campaign that is over goes on without those who are not in its dossier. */
function whereTo(step: Step, milestone: Milestone): StepId | null {
  if (milestone === "over") return step.lapse ?? null;
  return step.kind === "await" && step.awaits === milestone ? step.to : null;
}

/** A member has left the dossier: its lines are decided on no more, and the rest goes on as if they had not been there. */
function dropLines(input: CaseInput, state: CaseState, ids: readonly string[], now: Instant): CaseEvent | null {
  const leaving = state.lines.filter((line) => ids.includes(line.id) && !isDropped(line));
  if (leaving.length === 0) return null;
  const lineIds = leaving.map(({ id }) => id);
  const lines = state.lines.map((line) => (lineIds.includes(line.id) ? dropped(line, state.seq + 1) : line));
  const step = stepAt(input, state.step);
  const to = step.kind === "lines" ? linesTarget(step, state.step, lines) : null;
  return ofSystem(input, state, now, { type: "lines-dropped", ...(to !== null && { to }), data: { lineIds } });
}

/**
 * What came before the case waited for it, kept with the content that lay there: a file may be taken back and accepted
 * again while its campaign tells what became of it. The latest of each milestone is enough.
 */
export function keepEarly(early: readonly MilestoneMessage[], state: CaseState, message: MilestoneMessage) {
  // Lines that left the dossier are told once: they are in it, or never were.
  if (message.lines) return [...early];
  const heard = { ...message, contentHash: message.contentHash ?? state.content?.hash ?? null };
  return [...early.filter(({ milestone }) => milestone !== message.milestone), heard];
}

/** The work of a `task` step is done; what comes late, for a stay that is over, moves nothing. */
export function finishTask(input: CaseInput, state: CaseState, result: TaskResult, now: Instant): CaseEvent | null {
  const step = stepAt(input, state.step);
  const present = step.kind === "task" && step.run === result.task && state.enteredSeq === result.enteredSeq;
  if (state.outcome !== null || !present) return null;
  return ofSystem(input, state, now, { type: "task-done", to: step.to, data: { task: result.task } });
}

function ofSystem(
  input: CaseInput,
  state: CaseState,
  now: Instant,
  { type, to, data }: Pick<CaseEvent, "type" | "data" | "to">,
): CaseEvent {
  const event = { ...head(state, now), type, actor: null, commandId: null, data };
  return to === undefined ? event : routed(input, state, event, to, state.round);
}

/** Seals an event to the chain and applies it. */
export function apply(input: CaseInput, state: CaseState, event: CaseEvent): Transition {
  const sealed = seal(event, state.lastHash);
  return { event: sealed, state: evolve(input, state, sealed) };
}

type Head = Omit<CaseEvent, "type" | "actor" | "commandId" | "to" | "toRound" | "data">;

const head = (state: CaseState, now: Instant): Head => ({
  caseId: state.caseId,
  pipeline: `${state.pipelineId}@${state.pipelineVersion}`,
  seq: state.seq + 1,
  at: now,
  step: state.step,
  round: state.round,
  content: state.content && { id: state.content.id, hash: state.content.hash },
});

const act = (command: CaseCommand) => ({
  type: ruleOf(command.body.verb).event,
  actor: command.actor,
  commandId: command.id,
});

function complete(
  input: CaseInput,
  state: CaseState,
  event: Omit<CaseEvent, "to" | "toRound" | "data">,
  effect: Effect,
): Decision {
  const told = event.type === "reminded" ? { told: holdersOf(input, state) } : {};
  const full: CaseEvent = { ...event, content: effect.content ?? event.content, data: { ...effect.data, ...told } };
  if (effect.to === undefined) return withDates(input, state, full);
  const round = effect.newRound ? state.round + 1 : state.round;
  return withDates(input, state, routed(input, state, full, effect.to, round));
}

/** Through branches and over steps with nothing to do, as the case will stand once the act is recorded. */
function routed(input: CaseInput, state: CaseState, event: CaseEvent, target: StepId, toRound: number): CaseEvent {
  const acted = afterAct(input, state, { ...event, to: target, toRound });
  const { to, passed } = routeFrom(input, acted, target);
  return { ...event, to, toRound, data: { ...event.data, ...(passed.length > 0 && { passed }) } };
}

/** A due date that cannot be computed refuses the command here: nobody is to work without one unawares. */
function withDates(input: CaseInput, state: CaseState, event: CaseEvent): Decision {
  const { clock } = evolve(input, state, { ...event, prevHash: "", hash: "" });
  const { missingYear: year } = clock;
  if (year === null || clock === state.clock) return { ok: true, event };
  return { ok: false, rejection: { code: "calendar-missing", year } };
}

/** A decision holds only for what its sender had on screen: step, round and content (I11). */
export function checkFresh(state: CaseState, expected: Expected): Rejection | null {
  const contentHash = state.content?.hash ?? null;
  const same = expected.step === state.step && expected.round === state.round && expected.contentHash === contentHash;
  if (same) return null;
  return { code: "stale", step: state.step, round: state.round, contentHash, last: state.last };
}
