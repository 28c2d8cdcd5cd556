import type { CaseCommand, CommandBody } from "../../domain/engine/command.ts";
import type { CaseState, LineDecision } from "../../domain/engine/case.ts";
import { grantedBy } from "../../domain/engine/lines.ts";
import type { LineExcess } from "../../domain/funding/excess.ts";
import type { UnderCeilings } from "../../store/index.ts";

type Deciding = Extract<CommandBody, { verb: "decide-lines" }>;

function amountOf(given: LineDecision, { lines }: CaseState): number {
  const line = lines.find(({ id }) => id === given.line);
  return line ? grantedBy(line, given) : 0;
}

const withExcess = (body: Deciding, excesses: ReadonlyMap<string, LineExcess>): Deciding => ({
  ...body,
  decisions: body.decisions.map((given) => {
    const found = excesses.get(given.line);
    return found === undefined ? given : { ...given, over: Number(found.over), excess: found.excess };
  }),
});

/** The place a sitting takes under the ceilings; null for commands that give no money. */
export function underCeilings(command: CaseCommand, state: CaseState): UnderCeilings | null {
  const { body } = command;
  if (body.verb !== "decide-lines") return null;
  return {
    stage: "decided",
    changes: body.decisions.map((given) => ({ lineId: given.line, amount: String(amountOf(given, state)) })),
    envelope: (over) => ({ ...command, body: withExcess(body, over) }),
  };
}
