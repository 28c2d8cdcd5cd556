import type { CaseInput, CaseState, ContentRef, Signature, Vote } from "./case.ts";
import type { StepId, Survival } from "./pipeline.ts";
import { hasStep, stepAt, stepsFrom, survivalOf } from "./steps.ts";

/*
 * Rounds. A signature is never taken out of the record; it is superseded by the event that made it void:
 * - a return supersedes every signature of the step it leads to and of the steps that will come again after it, except
 *   where a step says that its signatures survive; what lies before the target stays as it is, for nothing it was given
 *   on has changed;
 * - a new content supersedes the survivors it does not leave standing (`Survival` in pipeline.ts);
 * - a withdrawal supersedes the signature that is taken back.
 */

const void_ = (signature: Signature, seq: number): Signature =>
  signature.supersededBy === undefined ? { ...signature, supersededBy: seq } : signature;

export function supersededByReturn(input: CaseInput, state: CaseState, to: StepId, seq: number): Signature[] {
  const again = stepsFrom(input, to);
  return state.signatures.map((signature) => {
    // Given at a step that a newer table no longer has: nothing says that it would survive.
    if (!hasStep(input, signature.step)) return void_(signature, seq);
    const survives = signature.step !== to && survivalOf(stepAt(input, signature.step)).survives !== undefined;
    return survives || !again.has(signature.step) ? signature : void_(signature, seq);
  });
}

function unchanged(concerns: readonly string[], before: ContentRef | null, after: ContentRef): boolean {
  const [old, now] = [before?.sections, after.sections];
  return old !== undefined && now !== undefined && concerns.every((section) => old[section] === now[section]);
}

function stands(step: Survival, signature: Signature, before: ContentRef | null, after: ContentRef): boolean {
  if (step.survives === "content-change" || signature.hash === after.hash) return true;
  return step.concerns !== undefined && unchanged(step.concerns, before, after);
}

export function supersededByContent(input: CaseInput, state: CaseState, after: ContentRef, seq: number): Signature[] {
  const again = stepsFrom(input, state.step);
  return state.signatures.map((signature) => {
    if (!hasStep(input, signature.step)) return void_(signature, seq);
    const step = survivalOf(stepAt(input, signature.step));
    const concerned = step.survives !== undefined && again.has(signature.step);
    return !concerned || stands(step, signature, state.content, after) ? signature : void_(signature, seq);
  });
}

export const supersededByWithdrawal = (state: CaseState, taken: number | undefined, seq: number): Signature[] =>
  state.signatures.map((signature) => (signature.seq === taken ? void_(signature, seq) : signature));

/** Superseded signatures that go along in the state, and so in every answer; the record keeps them all. */
const KEPT_SUPERSEDED = 60;

/** All that count, and the latest of those that no longer do. */
export function boundedRecord(signatures: Signature[]): Signature[] {
  const superseded = signatures.filter(({ supersededBy }) => supersededBy !== undefined);
  const dropped = new Set(superseded.slice(0, -KEPT_SUPERSEDED));
  return dropped.size === 0 ? signatures : signatures.filter((signature) => !dropped.has(signature));
}

/** Signatures of a step that need not be given again. */
export function standingAt(input: CaseInput, state: CaseState, id: StepId): Signature[] {
  if (survivalOf(stepAt(input, id)).survives === undefined) return [];
  return state.signatures.filter((signature) => signature.step === id && signature.supersededBy === undefined);
}

/** They count as votes when the step comes again. */
export const votesOf = (signatures: readonly Signature[]): Vote[] =>
  signatures.flatMap(({ persons, post, seq, at }) => persons.map((personId) => ({ personId, post, seq, at })));
