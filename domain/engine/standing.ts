import type { Actor, Assignment, CaseEvent, CaseInput, CaseState, Instant } from "./case.ts";
import { pauseClock, redate, resumeClock } from "./clock.ts";
import { actingPosts, postsOfHolder, samePost } from "./holders.ts";
import { stepAt, holderOf } from "./steps.ts";
import { questionsOf, restsWhileAsking } from "./questions.ts";

/** Told by the campaign of a member: it is put aside, taken up again or, where it was put aside, closed. */
export interface StandingMessage {
  standing: "excluded" | "included" | "lapsed";
  /** Who decided it in the campaign; null: the campaign itself. */
  by: Actor | null;
  reason: string;
}

/** A case that is put aside lies with nobody and nothing is due, until it is taken up where it was left. */
const isAside = (state: CaseState): boolean => (state.aside ?? null) !== null;

export function changeStanding(
  input: CaseInput,
  state: CaseState,
  { standing, by, reason }: StandingMessage,
  now: Instant,
): CaseEvent | null {
  const applies = state.outcome === null && isAside(state) === (standing !== "excluded");
  if (!applies) return null;
  return {
    caseId: state.caseId,
    pipeline: `${state.pipelineId}@${state.pipelineVersion}`,
    seq: state.seq + 1,
    type: standing,
    at: now,
    step: state.step,
    round: state.round,
    actor: by,
    commandId: null,
    content: state.content && { id: state.content.id, hash: state.content.hash },
    data: { reason, ...(standing !== "lapsed" && { told: told(input, state) }) },
  };
}

/** Those on whose desk it lay, and those who owe it. */
function told(input: CaseInput, state: CaseState): Assignment[] {
  const owner = holderOf(stepAt(input, input.pipeline.start));
  const acting = actingPosts(input, state);
  const owing = owner ? postsOfHolder(input, owner) : [];
  return [...acting, ...owing.filter((post) => !acting.some((one) => samePost(one, post)))];
}

type Standing = (input: CaseInput, state: CaseState, event: CaseEvent) => Partial<CaseState>;

export const excluded: Standing = (input, state, { seq, at, actor, data }) => {
  const aside = { seq, at, reason: data.reason ?? "", by: actor?.name ?? null };
  return { aside, ...pauseClock(input, { ...state, aside }, at) };
};

/** Time that a desk has for itself goes on, unless somebody was asked meanwhile; a term of the case has run all along. */
export const included: Standing = (input, state, { at }) => {
  const taken = { ...state, aside: null };
  const rests = questionsOf(state).length > 0 && restsWhileAsking(input, state);
  return { aside: null, ...(rests ? redate(input, taken, at) : resumeClock(input, taken, at)) };
};

export const lapsed: Standing = () => ({ outcome: "lapsed", dueAt: null });
