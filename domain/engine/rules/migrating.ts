import type { Assignment } from "../case.ts";
import { holdersOf } from "../holders.ts";
import { migratedState, obstaclesTo, refOf, underTarget } from "../migration.ts";
import { required, type Rules, type VerbContext } from "./rule.ts";
import type { CommandBody } from "../command.ts";

type Migrate = Extract<CommandBody, { verb: "migrate" }>;

const keyOf = ({ unit, role, personId }: Assignment): string => `${unit}/${role}/${personId ?? ""}`;

/** Whoever has the case on their desk now and had not before: it did not come to them by anybody's act. */
function newHolders({ input, state, body, now }: VerbContext<Migrate>): Assignment[] {
  const { order, reason } = body;
  const next = migratedState(input, state, order, { seq: state.seq + 1, reason, at: now });
  const had = new Set(holdersOf(input, state).map(keyOf));
  return holdersOf(underTarget(input, order), next).filter((post) => !had.has(keyOf(post)));
}

/** Ordered for many cases at once from the page of the pipelines, not from a case's own. */
export const migratingRules: Rules<"migrate"> = {
  migrate: {
    event: "migrated",
    // Not under the hands of the system: its work was asked for by the table of before.
    at: ({ kind }) => kind !== "end" && kind !== "branch" && kind !== "task",
    elsewhere: true,
    who: "admin",
    fourEyes: false,
    check: ({ input, state, body }) => {
      const obstacles = obstaclesTo(input, state, body.order);
      return obstacles.length > 0 ? { code: "migration-not-possible", obstacles } : required("reason", body.reason);
    },
    effect: (context) => {
      const { order, reason, proposedBy } = context.body;
      const { target: table, renames, timers } = order;
      const migration = { from: refOf(context.input.pipeline), to: refOf(table), renames, timers };
      const second = proposedBy === undefined ? {} : { proposedBy };
      return { data: { reason, ...second, migration, table, told: newHolders(context) } };
    },
  },
};
