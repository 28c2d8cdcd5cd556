import type { Receipt } from "../../domain/contracts/cases.ts";
import { claim, claimRefused, claimUnderCeilings, getCommand, type CommandRow } from "../../store/index.ts";
import type { Deps } from "../deps.ts";
import { Reply } from "../http/handler.ts";
import type { Language } from "../http/language.ts";
import { ProblemError } from "../http/problem.ts";
import { RejectionError } from "../http/rejection-problem.ts";
import type { AnyRejection } from "../texts/index.ts";
import { namesWith } from "../views/names.ts";
import { receiptHref, receiptOf } from "../views/receipt.ts";
import { addressOf, sendToEngine, workflowStatus } from "./ask-engine.ts";
import { payloadHash, type Envelope, type Order } from "./order.ts";
import type { Outcome } from "./outcome.ts";
import { settleOutcome } from "./settle.ts";

interface Claimed {
  row: CommandRow | null;
  command: unknown;
  /** Stamp of this attempt; the call's deadline counts from it, however long the process may be held up. */
  at: number;
}

/** design.md §8: claim, Update, settle, answer. A crash anywhere leaves the rest to the settler. */
export async function send(deps: Deps, order: Order, language: Language): Promise<Reply<Receipt>> {
  const { row, command, at } = await claimOrder(deps, order);
  if (row?.outcome) return answer(deps, order, { ...row, repeated: true }, language);
  const { kind, subjectId, commandId } = order;
  const deadline = at + deps.callDeadlineMs;
  const sent = await sendToEngine(deps.engine, { kind, subjectId, commandId, envelope: command, deadline });
  const outcome = await readAbsence(deps, order, sent, deadline);
  const settled = await settle(deps, order, outcome, deadline);
  return settled ? answer(deps, order, settled, language) : pending(order);
}

async function claimOrder(deps: Deps, order: Order): Promise<Claimed> {
  const known = await getCommand(deps.db, order.commandId);
  if (known?.outcome && known.payloadHash === payloadHash(order)) return { row: known, command: null, at: 0 };
  const built: Envelope = known ? { command: known.envelope } : await order.build();
  const { command, under, refused, ...content } = built;
  // Nothing is promised that could not be sent; what may be on its way already is sent again.
  if (!known && !refused && !(await deps.engine.reach.check())) throw new ProblemError("engine-unavailable", {});
  const at = deps.clock();
  const request = {
    id: order.commandId,
    subjectKind: order.kind,
    subjectId: order.subjectId,
    verb: order.verb,
    personId: order.caller.personId,
    payloadHash: payloadHash(order),
    ...content,
    now: at,
  };
  const claimed = () => {
    if (refused) return claimRefused(deps.db, { ...request, envelope: command }, refused);
    return under ? claimUnderCeilings(deps.db, request, under) : claim(deps.db, { ...request, envelope: command });
  };
  const result = await claimed();
  if (result.kind === "payload-differs") throw new ProblemError("command-id-reused", {});
  // Whoever claimed first decided what is sent: two envelopes under one id must never both be on their way.
  return result.kind === "known"
    ? { row: result.command, command: result.command.envelope, at }
    : { row: null, command: result.envelope ?? command, at };
}

/** "No such workflow" where it has ended is a plain refusal; where it should be running, the outcome stays open. */
async function readAbsence(deps: Deps, order: Order, outcome: Outcome, deadline: number): Promise<Outcome> {
  if (outcome.kind !== "unknown-there") return outcome;
  const ended: Outcome = { kind: "refused", rejection: order.endedAs };
  if (order.closed) return ended;
  const { workflowId } = addressOf(order.kind, order.subjectId);
  const status = await workflowStatus(deps.engine, workflowId, deadline).catch(() => "unknown");
  return status === "COMPLETED" ? ended : outcome;
}

async function settle(deps: Deps, order: Order, outcome: Outcome, deadline: number): Promise<CommandRow | null> {
  const { kind, subjectId, commandId, input } = order;
  try {
    const now = deps.clock();
    return await settleOutcome({ ...deps, now, deadline }, { kind, subjectId, commandId, input }, outcome);
  } catch (error) {
    // The engine has decided; the settler will write it down. The sender is told that, not that it failed.
    deps.log.warn({ err: error, commandId }, "not settled in the request");
    return null;
  }
}

async function answer(
  deps: Deps,
  order: Order,
  row: CommandRow & { repeated?: boolean },
  language: Language,
): Promise<Reply<Receipt>> {
  if (row.outcome === "refused") {
    throw new RejectionError(row.rejection as AnyRejection, await namesWith(deps.directory, order.input));
  }
  if (row.outcome === "not-carried-out") throw new ProblemError("not-carried-out", {});
  const units = await deps.directory.units();
  const receipt = receiptOf(row, { units, input: order.input, language });
  return new Reply(200, row.repeated ? { ...receipt, repeated: true } : receipt, { location: receipt.href });
}

/** Also answers when the database has just gone: everything in it is known without asking. */
function pending(order: Order): Reply<Receipt> {
  const href = receiptHref(order.commandId);
  const receipt: Receipt = {
    commandId: order.commandId,
    caseId: order.subjectId,
    verb: order.verb,
    outcome: "pending",
    href,
    seq: null,
    at: null,
    step: null,
    stepName: null,
    next: [],
    dueAt: null,
    number: null,
    problem: null,
  };
  return new Reply(202, receipt, { location: href, "retry-after": "2" });
}
