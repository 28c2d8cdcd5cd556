import { isUnder, type CountedStage } from "../domain/funding/ceiling.ts";
import type { LineExcess } from "../domain/funding/excess.ts";
import { weighChanges, type Change, type Weighed } from "./ceilings.ts";
import { claimWith, type Claim, type ClaimResult } from "./claim.ts";
import type { Db } from "./db.ts";
import { run, statement, type Queryable } from "./query.ts";
import { refuseWith } from "./settle.ts";
import { inTransaction } from "./transaction.ts";

export interface UnderCeilings {
  stage: CountedStage;
  /** In the order in which they were decided: the last ones are those that no longer fit. */
  changes: readonly Change[];
  /** The command as it will be sent, once it is known which lines exceed a ceiling and what that one asks for. */
  envelope: (over: ReadonlyMap<string, LineExcess>) => unknown;
}

const reserveStatement = statement(`
INSERT INTO "CeilingReservation" ("ceilingId", "lineId", "stage", "commandId", "amount", "state")
SELECT x."ceilingId", x."lineId", $2, $3::uuid, x."amount", 'held'
FROM jsonb_to_recordset($1::jsonb) AS x("ceilingId" uuid, "lineId" text, "amount" bigint)`);

const sentStatement = statement(`SELECT 1 FROM "Command" WHERE "id" = $1::uuid`);

/**
 * Claims a decision together with its place under every ceiling (design.md §8.7): the ceilings are locked, what counts
 * is counted, and a decision that does not fit is refused here and logged as refused. What is taken is held until the
 * command is settled, whoever settles it.
 */
export async function claimUnderCeilings(
  db: Db,
  request: Omit<Claim, "envelope">,
  { stage, changes, envelope }: UnderCeilings,
): Promise<ClaimResult> {
  return inTransaction(db, async (tx) => {
    const sentBefore = (await run(tx, sentStatement, request.id)).length > 0;
    // The first attempt has weighed and taken; whatever counts now is no reason to judge it again.
    if (sentBefore) return claimWith(tx, { ...request, envelope: envelope(new Map()) });
    const weighed = await weighChanges(tx, { stage, changes, lock: true });
    const complete = envelope(weighed.over);
    const claimed = await claimWith(tx, { ...request, envelope: complete });
    if (claimed.kind !== "claimed") return claimed;
    if (weighed.verdict === "stop") return refuse(tx, request, weighed);
    await run(tx, reserveStatement, JSON.stringify(reservations(weighed, changes)), stage, request.id);
    return { kind: "claimed", envelope: complete };
  });
}

function reservations({ ceilings, lines }: Weighed, changes: readonly Change[]): object[] {
  return ceilings.flatMap(({ ceiling }) =>
    changes.flatMap(({ lineId, amount }) => {
      const line = lines.get(lineId);
      return line && isUnder(ceiling, line) ? [{ ceilingId: ceiling.id, lineId, amount }] : [];
    }),
  );
}

async function refuse(tx: Queryable, { id, now }: Omit<Claim, "envelope">, weighed: Weighed): Promise<ClaimResult> {
  const command = await refuseWith(tx, { commandId: id, rejection: rejectionOf(weighed), now });
  if (!command) throw new Error(`command ${id} was claimed and settled in one transaction`);
  return { kind: "known", command };
}

/** As the engine itself would say it: the first line that no longer fits, and by how much. */
function rejectionOf({ stopped }: Weighed): object {
  const [first] = stopped;
  if (!first) throw new Error("no ceiling stops it");
  return { code: "ceiling-exceeded", line: first[0], over: Number(first[1]) };
}
