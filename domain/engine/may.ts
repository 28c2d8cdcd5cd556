import type { Actor, Assignment, CaseInput, CaseState, Instant } from "./case.ts";
import type { Verb } from "./command.ts";
import { checkDelegation } from "./delegation.ts";
import { actingPosts, among, postsOfHolder, recordersOf, seatedUnits } from "./holders.ts";
import { personsOf, rightOf } from "./persons.ts";
import type { Holder } from "./pipeline.ts";
import { askedOf, questionsOf, retractableBy } from "./questions.ts";
import { takenBack } from "./recall.ts";
import type { Rejection } from "./rejection.ts";
import type { Who } from "./rules/rule.ts";
import { holderOf, stepAt } from "./steps.ts";
import { ruleOf, verbsAt, whoUses } from "./verbs.ts";

export interface Attempt {
  input: CaseInput;
  state: CaseState;
  verb: Verb;
  actor: Actor;
  now: Instant;
}

/** What one sent to the next desk or gave here; else, at one's own desk, the whole request. */
function isSender({ input, state, actor }: Attempt): boolean {
  if (state.recall || takenBack(state, actor)) return takenBack(state, actor) !== null;
  return stepAt(input, state.step).kind === "submit" && among(actingPosts(input, state), actor);
}

/** Whoever checks the system has no hand in its work, wherever the post is. */
const isUrging = ({ input, actor }: Attempt): boolean =>
  rightOf(actor).role !== "auditor" && rightOf(actor).unit === input.parties.department;

const isAdmin = ({ actor }: Attempt): boolean => rightOf(actor).role === "admin";

const entitled: Record<Who, (attempt: Attempt) => boolean> = {
  holders: ({ input, state, actor }) => among(actingPosts(input, state), actor),
  recorders: ({ input, state, actor }) =>
    among([...actingPosts(input, state), ...recordersOf(input, stepAt(input, state.step))], actor),
  admin: isAdmin,
  // The department that waits for a report may urge it, as every department head expects ("đôn đốc").
  urger: (attempt) => isAdmin(attempt) || isUrging(attempt),
  coordinator: ({ input, state, actor }) => {
    const holder = holderOf(stepAt(input, state.step));
    return holder !== null && among(postsOfHolder(input, holder), actor);
  },
  sender: isSender,
  retractor: ({ input, state, actor }) => {
    const retract = stepAt(input, state.step).retract;
    return retract !== undefined && among(postsOfHolder(input, retract.by), actor);
  },
  asked: ({ state, actor }) => askedOf(state, actor).length > 0,
  asker: ({ state, actor }) => retractableBy(state, actor).length > 0,
  seated: ({ input, state, actor }) =>
    rightOf(actor).role !== "auditor" && seatedUnits(input, state).includes(rightOf(actor).unit),
};

interface Wanted {
  needs: Holder;
  unit: string | null;
}

const administrator: Wanted = { needs: { party: "department", roles: ["admin"] }, unit: null };

function postsWanted(who: Who, { input, state }: Attempt): readonly Assignment[] {
  if (who === "asked") return questionsOf(state).flatMap(({ to }) => to);
  if (who === "asker") return questionsOf(state).map(({ post }) => post);
  return who === "coordinator" ? [] : actingPosts(input, state);
}

/** Whom to turn to instead. */
function wantedFor(attempt: Attempt): Wanted {
  const { input, state, verb } = attempt;
  const who = whoUses(verb, stepAt(input, state.step));
  if (who === "admin" || who === "urger") return administrator;
  const retract = stepAt(input, state.step).retract;
  if (who === "retractor" && retract) return { needs: retract.by, unit: input.parties[retract.by.party] ?? null };
  const holder = holderOf(stepAt(input, state.step));
  if (!holder) return administrator;
  const posts = postsWanted(who, attempt);
  const [first] = posts;
  if (!first) return { needs: holder, unit: input.parties[holder.party] ?? null };
  const roles = posts.filter(({ unit }) => unit === first.unit).map(({ role }) => role);
  return { needs: { party: holder.party, roles }, unit: first.unit };
}

function checkPost(attempt: Attempt): Rejection | null {
  const { input, state, verb } = attempt;
  const who = whoUses(verb, stepAt(input, state.step));
  if ((who === "asked" || who === "asker") && questionsOf(state).length === 0) return { code: "no-question" };
  if (entitled[who](attempt)) return null;
  if (who === "sender") return { code: "nothing-to-withdraw" };
  const wanted = wantedFor(attempt);
  return who === "holders" || who === "recorders"
    ? { code: "not-your-step", step: state.step, ...wanted }
    : { code: "not-your-right", verb, ...wanted };
}

/** A request is taken back at its author's desk only where the table says where that leads. */
function checkWayBack({ input, state, verb }: Attempt): Rejection | null {
  const step = stepAt(input, state.step);
  const stays = verb === "withdraw" && !state.recall && step.kind === "submit" && step.withdraw === undefined;
  return stays ? { code: "nothing-to-withdraw" } : null;
}

function checkReady({ input, state, verb, actor, now }: Attempt): Rejection | null {
  return ruleOf(verb).ready?.({ input, state, step: stepAt(input, state.step), actor, now }) ?? null;
}

function checkFourEyes({ state, verb, actor }: Attempt): Rejection | null {
  if (!ruleOf(verb).fourEyes) return null;
  return personsOf(actor).some((person) => state.authors.includes(person)) ? { code: "own-case" } : null;
}

/** One person, one vote per step and round, in whatever post or on whosever behalf; a unit has one opinion. */
function checkVote({ state, verb, actor }: Attempt): Rejection | null {
  if (verb !== "approve" && verb !== "opine") return null;
  const voted = state.votes.find(
    (vote) => personsOf(actor).includes(vote.personId) || (verb === "opine" && vote.post.unit === rightOf(actor).unit),
  );
  return voted ? { code: "already-decided", at: voted.at } : null;
}

/** While a case is put aside it may be spoken of, and kept up with its table. */
const stillPossible: readonly Verb[] = ["comment", "migrate"];

/** May this actor use this verb now? The laws of the engine that no table can switch off. */
export function mayUse(attempt: Attempt): Rejection | null {
  const { input, state, verb } = attempt;
  if (state.outcome !== null) return { code: "case-closed" };
  if (state.aside && !stillPossible.includes(verb)) return { code: "case-put-aside", reason: state.aside.reason };
  if (!ruleOf(verb).at(stepAt(input, state.step))) {
    return { code: "verb-not-available", verb, step: state.step, available: verbsAt(input, state.step) };
  }
  return (
    checkWayBack(attempt) ??
    checkDelegation(attempt) ??
    checkVote(attempt) ??
    checkPost(attempt) ??
    checkFourEyes(attempt) ??
    checkReady(attempt)
  );
}
