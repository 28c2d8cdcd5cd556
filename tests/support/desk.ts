import { randomUUID } from "node:crypto";
import type { Client } from "@temporalio/client";
import type { Actor, Transition } from "../../domain/engine/case.ts";
import type { CommandBody } from "../../domain/engine/command.ts";
import { hashOf } from "../../domain/engine/seal.ts";
import type { CampaignBody, CampaignTransition } from "../../domain/campaign/campaign.ts";
import { claim, getCampaign, getCase, recordCampaignTransition, settleAccepted, type Db } from "../../store/index.ts";
import { actOnCampaign, actOnCase, campaignWorkflowId, caseWorkflowId } from "../../workflows/messages.ts";

export interface Desk {
  db: Db;
  client: Client;
  now: () => number;
}

/** What a content version holds is no matter here; freezing commands name it by the command's id. */
export interface Given {
  commandId?: string;
  /** Content to freeze with a submit or freeze command. */
  body?: unknown;
}

type Freezing = Extract<CommandBody, { verb: "submit" | "freeze" }>;
export type Act =
  | Exclude<CommandBody, Freezing>
  | Omit<Extract<Freezing, { verb: "submit" }>, "content">
  | Omit<Extract<Freezing, { verb: "freeze" }>, "content">;

/** With what the server puts in: the content it froze, the stamp of the ceilings. */
function bodyOf(act_: Act, content: { id: string; hash: string }): CommandBody {
  if (act_.verb === "submit" || act_.verb === "freeze") return { ...act_, content };
  return act_.verb === "decide-lines" ? { ...act_, weighed: true } : act_;
}

/** The write path of design.md §8 without HTTP: claim, Update, settle. */
export async function act(desk: Desk, caseId: string, actor: Actor, act_: Act, given: Given = {}): Promise<Transition> {
  const { db, client, now } = desk;
  const row = await getCase(db, caseId);
  if (!row) throw new Error(`no case ${caseId}`);
  const id = given.commandId ?? randomUUID();
  const content = { hash: hashOf(given.body ?? {}), body: given.body ?? {}, createdBy: actor.personId };
  const freezes = act_.verb === "submit" || act_.verb === "freeze";
  const body = bodyOf(act_, { id, hash: content.hash });
  const { step, round, content: shown } = row.state;
  const expected = { step, round, contentHash: shown?.hash ?? null };
  const envelope = { id, actor, expected, body, knownSeq: row.seq };
  await claim(db, {
    id,
    subjectKind: "case",
    subjectId: caseId,
    verb: body.verb,
    personId: actor.personId,
    payloadHash: hashOf(body),
    envelope,
    ...(freezes && { content }),
    now: now(),
  });
  const handle = client.workflow.getHandle(caseWorkflowId(caseId));
  const transition = await handle.executeUpdate(actOnCase, { updateId: id, args: [envelope] });
  await settleAccepted(db, { commandId: id, transition, now: now() });
  return transition;
}

/** What the department does with the cycle itself. */
export async function steer(desk: Desk, id: string, actor: Actor, body: CampaignBody): Promise<CampaignTransition> {
  const campaign = await getCampaign(desk.db, id);
  if (!campaign) throw new Error(`no campaign ${id}`);
  const commandId = randomUUID();
  const command = { id: commandId, actor, body, knownSeq: campaign.knownSeq };
  const handle = desk.client.workflow.getHandle(campaignWorkflowId(id));
  const transition = await handle.executeUpdate(actOnCampaign, { updateId: commandId, args: [command] });
  await recordCampaignTransition(desk.db.pool, { transition, now: desk.now() });
  return transition;
}
