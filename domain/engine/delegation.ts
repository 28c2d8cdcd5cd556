import { AMOUNT, type Actor, type CaseInput, type CaseState, type Delegation, type Instant } from "./case.ts";
import type { Verb } from "./command.ts";
import type { Rejection } from "./rejection.ts";

interface Acting {
  input: CaseInput;
  state: CaseState;
  verb: Verb;
  actor: Actor;
  now: Instant;
}

const covers = (allowed: readonly string[] | undefined, value: string): boolean =>
  allowed === undefined || allowed.includes(value);

function inScope({ scope }: Delegation, { input, verb }: Acting): boolean {
  return (
    covers(scope?.pipelines, input.pipeline.id) && covers(scope?.cases, input.caseId) && covers(scope?.verbs, verb)
  );
}

/** What the case is worth: its own figure, else what its lines ask for. */
function worth({ facts, lines }: CaseState): number {
  const amount = facts[AMOUNT];
  return typeof amount === "number" ? amount : lines.reduce((sum, line) => sum + line.requested, 0);
}

/** A delegation is dated, scoped, limited by an amount, and never passed on (vietnam.md §3). */
export function checkDelegation(acting: Acting): Rejection | null {
  const { actor, state, verb, now } = acting;
  const given = actor.onBehalfOf;
  if (!given) return null;
  if (now >= given.until) return { code: "delegation-over", until: given.until };
  if (given.from !== undefined && now < given.from) return { code: "delegation-not-valid", why: "not-yet" };
  if (given.through !== undefined) return { code: "delegation-not-valid", why: "passed-on" };
  if (!inScope(given, acting)) return { code: "delegation-not-valid", why: "scope" };
  const amount = worth(state);
  const { ceiling } = given;
  const above = verb === "approve" && ceiling !== undefined && amount > ceiling;
  return above ? { code: "delegation-ceiling", ceiling, amount } : null;
}
