import type { CaseInput, CaseState } from "../../domain/engine/case.ts";
import type { CaseCommand, CommandBody } from "../../domain/engine/command.ts";
import { atStake } from "../../domain/funding/at-stake.ts";
import type { StakedClaim } from "../../store/index.ts";

type Over = ReadonlyMap<string, string>;

/** As it is sent once it is known what goes above a ceiling that asks for a higher signature. */
function withOver(body: CommandBody, over: Over): CommandBody {
  if (body.verb === "submit") return over.size === 0 ? body : { ...body, facts: { ...body.facts, large: true } };
  if (body.verb !== "decide-lines") return body;
  const decisions = body.decisions.map((given) => {
    const excess = over.get(given.line);
    return excess === undefined ? given : { ...given, over: Number(excess) };
  });
  return { ...body, decisions };
}

/** What the command means for money, to be claimed together with it; null where it means nothing. */
export function stakeOf(input: CaseInput, state: CaseState, command: CaseCommand): StakedClaim | null {
  const stake = atStake(input, state, command);
  return stake && { stake, envelope: (over) => ({ ...command, body: withOver(command.body, over) }) };
}
