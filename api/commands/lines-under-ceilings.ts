import type { CaseCommand, CommandBody } from "../../domain/engine/command.ts";
import type { CaseState, LineDecision } from "../../domain/engine/case.ts";
import type { UnderCeilings } from "../../store/index.ts";

type Deciding = Extract<CommandBody, { verb: "decide-lines" }>;

/** What the decision would give the line; nothing, where it refuses, refers or asks. */
function amountOf({ line, decision, amount }: LineDecision, { lines }: CaseState): number {
  if (decision === "approve") return lines.find(({ id }) => id === line)?.requested ?? 0;
  return decision === "approve-in-part" ? (amount ?? 0) : 0;
}

/** The stamp without which the engine decides on no money, and what exceeds a ceiling. */
const withOver = (body: Deciding, over: ReadonlyMap<string, string>): Deciding => ({
  ...body,
  weighed: true,
  decisions: body.decisions.map((given) => {
    const excess = over.get(given.line);
    return excess === undefined ? given : { ...given, over: Number(excess) };
  }),
});

/** The place a sitting takes under the ceilings; null for commands that give no money. */
export function underCeilings(command: CaseCommand, state: CaseState): UnderCeilings | null {
  const { body } = command;
  if (body.verb !== "decide-lines") return null;
  return {
    stage: "decided",
    changes: body.decisions.map((given) => ({ lineId: given.line, amount: String(amountOf(given, state)) })),
    envelope: (over) => ({ ...command, body: withOver(body, over) }),
  };
}
