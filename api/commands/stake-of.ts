import type { CaseInput, CaseState } from "../../domain/engine/case.ts";
import type { CaseCommand, CommandBody } from "../../domain/engine/command.ts";
import { atStake } from "../../domain/funding/at-stake.ts";
import type { LineExcess } from "../../domain/funding/excess.ts";
import type { StakedClaim } from "../../store/index.ts";

type Over = ReadonlyMap<string, LineExcess>;

/**
 * As it is sent once it is known what goes above a ceiling, and what that one asks for; with the stamp without which the
 * engine decides on no money.
 */
function withOver(body: CommandBody, over: Over): CommandBody {
  if (body.verb === "submit") return needsHigher(over) ? { ...body, facts: { ...body.facts, large: true } } : body;
  if (body.verb !== "decide-lines") return body;
  const decisions = body.decisions.map((given) => {
    const found = over.get(given.line);
    return found === undefined ? given : { ...given, over: Number(found.over), excess: found.excess };
  });
  return { ...body, weighed: true, decisions };
}

const needsHigher = (over: Over): boolean => [...over.values()].some(({ excess }) => excess === "higher-signature");

/** Where nothing is at stake there is no ceiling to hold the amounts against. */
export const withNothingToWeigh = (body: CommandBody): CommandBody =>
  body.verb === "decide-lines" ? { ...body, weighed: true } : body;

/** What the command means for money, to be claimed together with it; null where it means nothing. */
export function stakeOf(input: CaseInput, state: CaseState, command: CaseCommand): StakedClaim | null {
  const stake = atStake(input, state, command);
  return stake && { stake, envelope: (over) => ({ ...command, body: withOver(command.body, over) }) };
}
