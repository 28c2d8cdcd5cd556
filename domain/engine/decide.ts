import type { CaseEvent, CaseInput, CaseState, Instant, Transition } from "./case.ts";
import type { CaseCommand, Expected, MilestoneMessage } from "./command.ts";
import { evolve } from "./evolve.ts";
import { holdersOf } from "./holders.ts";
import { mayUse } from "./may.ts";
import type { Rejection } from "./rejection.ts";
import { seal } from "./seal.ts";
import { settleStep, stepAt } from "./steps.ts";
import { ruleOf, type Effect } from "./verbs.ts";

export type Decision = { ok: true; event: CaseEvent } | { ok: false; rejection: Rejection };

/** What a command does to a case, or why it is refused. Nothing else in the product decides that. */
export function decide(input: CaseInput, state: CaseState, command: CaseCommand, now: Instant): Decision {
  const { verb } = command.body;
  const step = stepAt(input, state.step);
  const context = { input, state, step, body: command.body };
  const refused =
    checkFresh(state, command.expected) ??
    mayUse({ input, state, verb, actor: command.actor, now }) ??
    ruleOf(verb).check(context);
  if (refused) return { ok: false, rejection: refused };
  return complete(input, state, { ...head(state, now), ...act(command) }, ruleOf(verb).effect(context));
}

/** A milestone of another workflow moves a case that waits for it; anything else it leaves alone. */
export function reachMilestone(
  input: CaseInput,
  state: CaseState,
  message: MilestoneMessage,
  now: Instant,
): CaseEvent | null {
  const step = stepAt(input, state.step);
  if (state.outcome !== null || step.kind !== "await" || step.awaits !== message.milestone) return null;
  const data = { milestone: message.milestone };
  return {
    ...head(state, now),
    type: "milestone-reached",
    actor: null,
    commandId: null,
    to: settleStep(input, step.to),
    data,
  };
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
  const to = settleStep(input, effect.to);
  const toRound = effect.newRound ? state.round + 1 : state.round;
  return withDates(input, state, { ...full, to, toRound });
}

/** A due date that cannot be computed refuses the command here: nobody is to work without one unawares. */
function withDates(input: CaseInput, state: CaseState, event: CaseEvent): Decision {
  const { clock } = evolve(input, state, { ...event, prevHash: "", hash: "" });
  const { missingYear: year } = clock;
  if (year === null || clock === state.clock) return { ok: true, event };
  return { ok: false, rejection: { code: "calendar-missing", year } };
}

/** A decision holds only for what its sender had on screen: step, round and content (I11). */
function checkFresh(state: CaseState, expected: Expected): Rejection | null {
  const contentHash = state.content?.hash ?? null;
  const same = expected.step === state.step && expected.round === state.round && expected.contentHash === contentHash;
  if (same) return null;
  const last = state.last && { seq: state.seq, type: state.last.type, at: state.enteredAt, by: state.last.by };
  return { code: "stale", step: state.step, round: state.round, contentHash, last };
}
