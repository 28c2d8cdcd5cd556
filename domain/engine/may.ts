import type { Actor, CaseInput, CaseState, Instant, PostRef } from "./case.ts";
import type { Verb } from "./command.ts";
import { holdersOf, samePost } from "./holders.ts";
import type { Rejection } from "./rejection.ts";
import { holderOf, stepAt } from "./steps.ts";
import { ruleOf, verbsAt } from "./verbs.ts";

interface Attempt {
  input: CaseInput;
  state: CaseState;
  verb: Verb;
  actor: Actor;
  now: Instant;
}

/** Both the hand that signs and the person it signs for. */
export const personsOf = (actor: Actor): string[] =>
  actor.onBehalfOf ? [actor.personId, actor.onBehalfOf.personId] : [actor.personId];

/** The post in whose right the actor acts. */
export const rightOf = (actor: Actor): PostRef => actor.onBehalfOf?.post ?? actor.post;

function checkDelegation({ actor, now }: Attempt): Rejection | null {
  const until = actor.onBehalfOf?.until;
  return until !== undefined && now >= until ? { code: "delegation-over", until } : null;
}

function checkPost({ input, state, verb, actor }: Attempt): Rejection | null {
  const step = stepAt(input, state.step);
  const right = rightOf(actor);
  if (ruleOf(verb).who === "admin" && right.role === "admin") return null;
  const holders = step.kind === "await" ? awaitHolders(input, state) : holdersOf(input, state);
  const mine = holders.some((holder) => samePost(holder, right) && isFor(holder.personId, actor));
  // The department that waits for a report may urge it, as every department head expects ("đôn đốc").
  const urges = verb === "remind" && right.unit === input.parties.department;
  if ((ruleOf(verb).who === "holders" && mine) || urges) return null;
  const needs = holderOf(step) ?? { party: "department", roles: ["admin"] };
  return { code: "not-your-step", step: state.step, needs, unit: input.parties[needs.party] ?? null };
}

const isFor = (personId: string | undefined, actor: Actor): boolean =>
  personId === undefined || personsOf(actor).includes(personId);

function awaitHolders(
  input: CaseInput,
  state: CaseState,
): { unit: string; role: PostRef["role"]; personId?: string }[] {
  const holder = holderOf(stepAt(input, state.step));
  const unit = holder && input.parties[holder.party];
  return holder && unit ? holder.roles.map((role) => ({ unit, role })) : [];
}

function checkFourEyes({ state, verb, actor }: Attempt): Rejection | null {
  if (!ruleOf(verb).fourEyes) return null;
  return personsOf(actor).some((person) => state.authors.includes(person)) ? { code: "own-case" } : null;
}

/** One person, one vote per step and round, in whatever post or on whosever behalf. */
function checkVote({ state, verb, actor }: Attempt): Rejection | null {
  if (verb !== "approve") return null;
  const voted = state.votes.find((vote) => personsOf(actor).includes(vote.personId));
  return voted ? { code: "already-decided", at: voted.at } : null;
}

/** May this actor use this verb now? The laws of the engine that no table can switch off. */
export function mayUse(attempt: Attempt): Rejection | null {
  const { input, state, verb } = attempt;
  if (state.outcome !== null) return { code: "case-closed" };
  if (!ruleOf(verb).at(stepAt(input, state.step))) {
    return { code: "verb-not-available", verb, step: state.step, available: verbsAt(input, state.step) };
  }
  return checkDelegation(attempt) ?? checkPost(attempt) ?? checkFourEyes(attempt) ?? checkVote(attempt);
}
