import type { Actor, Assignment, CaseInput, CaseState, Consulted, Facts, PostRef } from "./case.ts";
import { waitsForCouncil } from "./lines.ts";
import { seatedParties } from "./parties.ts";
import { personsOf, rightOf } from "./persons.ts";
import type { Awaited, Branch, Holder, OpinionsStep, Role, Step, StepId } from "./pipeline.ts";
import { holderOf, holds, stepAt } from "./steps.ts";

/** Roles that can never take a step, whoever reassigns or asks: they run and check the system. */
export const withoutApproval: readonly Role[] = ["admin", "auditor"];

export const samePost = (a: PostRef, b: PostRef): boolean => a.unit === b.unit && a.role === b.role;

/** The posts behind a holder; none when no unit sits in that party. */
export function postsOfHolder(input: CaseInput, holder: Holder): PostRef[] {
  const unit = input.parties[holder.party];
  return unit ? holder.roles.map((role) => ({ unit, role })) : [];
}

const postsOfUnit = ({ unit, roles, assigned }: Consulted): Assignment[] =>
  assigned ? [assigned] : roles.map((role) => ({ unit, role }));

/** The units a table asks, each once: parties that have become one agency give one opinion. */
export function askedUnits(input: CaseInput, step: OpinionsStep, facts: Facts): Consulted[] {
  const asked = new Map<string, { roles: readonly Role[]; appraises: readonly Branch[] }>();
  for (const { party, roles, if: condition, appraises } of step.from) {
    const unit = input.parties[party];
    if (unit === undefined || (condition && !holds(condition, input, facts))) continue;
    const before = asked.get(unit) ?? { roles: [], appraises: [] };
    asked.set(unit, {
      roles: [...new Set([...before.roles, ...roles])],
      appraises: [...before.appraises, ...(appraises ? [appraises] : [])],
    });
  }
  const apart = tellsLinesApart(step);
  return [...asked].map(([unit, { roles, appraises }]) => ({
    unit,
    roles,
    answered: null,
    ...(apart && { appraises }),
  }));
}

/** Whether each adviser appraises lines of its own. */
export const tellsLinesApart = ({ from }: OpinionsStep): boolean =>
  from.some(({ appraises }) => appraises !== undefined);

/** Whose step it will be, or was. */
export function holdersOfStep(input: CaseInput, id: StepId, facts: Facts = {}): Assignment[] {
  const step = stepAt(input, id);
  if (step.kind === "opinions") return askedUnits(input, step, facts).flatMap(postsOfUnit);
  const holder = holderOf(step);
  return holder ? postsOfHolder(input, holder) : [];
}

/** Posts whose act the present step waits for; at an `await`, those who may take their acceptance back. */
export function actingPosts(input: CaseInput, state: CaseState): Assignment[] {
  if (stepAt(input, state.step).kind === "opinions") {
    return state.consulted.filter(({ answered }) => answered === null).flatMap(postsOfUnit);
  }
  return state.assigned ? [state.assigned] : holdersOfStep(input, state.step, state.facts);
}

/** Opinions whose term is over lie with their coordinator too, if silence may be counted. */
function coordinators(input: CaseInput, state: CaseState): PostRef[] {
  const step = stepAt(input, state.step);
  const over = step.kind === "opinions" && step.noReply !== "waits" && state.fired.includes("overdue");
  return over ? postsOfHolder(input, step.by) : [];
}

/** While the council is waited for, whoever records its resolution has the file too. */
function recorders(input: CaseInput, state: CaseState): PostRef[] {
  const step = stepAt(input, state.step);
  return waitsForCouncil(step, state.lines) ? recordersOf(input, step) : [];
}

export const recordersOf = (input: CaseInput, step: Step): PostRef[] =>
  step.kind === "lines" ? (step.referral?.by ?? []).flatMap((holder) => postsOfHolder(input, holder)) : [];

/** Whom an escalation tells. */
export function postsAbove(input: CaseInput, state: CaseState, to: Holder | Awaited): PostRef[] {
  if (!("asked" in to)) return postsOfHolder(input, to);
  const awaited = state.consulted.filter(({ answered }) => answered === null);
  return awaited.flatMap(({ unit }) => to.asked.map((role) => ({ unit, role })));
}

/** Whether an actor stands at one of these posts; work given to one person is theirs or their delegate's. */
export const among = (posts: readonly Assignment[], actor: Actor): boolean =>
  posts.some(
    (post) =>
      samePost(post, rightOf(actor)) && (post.personId === undefined || personsOf(actor).includes(post.personId)),
  );

const key = ({ unit, role, personId }: Assignment): string => `${unit}/${role}/${personId ?? ""}`;

/** Posts (or the one person) at which the case lies now: one inbox row each. An `await` step lies with nobody, nor does what is put aside. */
export function holdersOf(input: CaseInput, state: CaseState): Assignment[] {
  if (state.outcome !== null || state.aside) return [];
  const acting = stepAt(input, state.step).kind === "await" ? [] : actingPosts(input, state);
  const beside = [...coordinators(input, state), ...recorders(input, state)];
  const all = [...acting, ...beside, ...questioned(state)];
  return [...new Map(all.map((post) => [key(post), post])).values()];
}

const questioned = (state: CaseState): Assignment[] => (state.questions ?? []).flatMap(({ to }) => to);

/** Units with a seat in the case: by its table, or because they were asked for an opinion. */
export function seatedUnits(input: CaseInput, state: CaseState): string[] {
  const asked = state.consulted.map(({ unit }) => unit);
  const heard = state.signatures.flatMap(({ position, unit }) => (position === undefined ? [] : [unit]));
  return [...new Set([...seatedParties(input), ...asked, ...heard])];
}

/** With them, units that are asked about their own lines: they find the case as long as the question is open. */
export const presentUnits = (input: CaseInput, state: CaseState): string[] => [
  ...new Set([...seatedUnits(input, state), ...questioned(state).map(({ unit }) => unit)]),
];
