import { claimWith, type Claim, type ClaimResult } from "./claim.ts";
import type { Db } from "./db.ts";
import { refuseWith } from "./settle.ts";
import { inTransaction } from "./transaction.ts";

/**
 * A command that is refused before it is sent, logged like any other refusal (I4). In one transaction, so that nobody
 * ever finds it claimed and open: what was built for it must not reach the engine.
 */
export const claimRefused = (db: Db, request: Claim, rejection: unknown): Promise<ClaimResult> =>
  inTransaction(db, async (tx) => {
    const claimed = await claimWith(tx, request);
    if (claimed.kind !== "claimed") return claimed;
    const command = await refuseWith(tx, { commandId: request.id, rejection, now: request.now });
    if (!command) throw new Error(`command ${request.id} was claimed and settled in one transaction`);
    return { kind: "known", command };
  });
