import type { CampaignTransition } from "../../domain/campaign/campaign.ts";
import type { CaseInput, Transition } from "../../domain/engine/case.ts";
import {
  settleAccepted,
  settleCampaignAccepted,
  settleRecorded,
  settleRefused,
  type CommandRow,
  type Db,
} from "../../store/index.ts";
import { recall, type SubjectKind } from "./ask-engine.ts";
import type { Engine } from "../engine.ts";
import type { AnyTransition, Outcome } from "./outcome.ts";

interface Settling {
  db: Db;
  engine: Engine;
  now: number;
  deadline: number;
}

interface Subject {
  kind: SubjectKind;
  subjectId: string;
  commandId: string;
  /** Of the case, where it is at hand: spares the settle a look-up. */
  input?: CaseInput | null;
}

async function accept({ db, now }: Settling, subject: Subject, transition: AnyTransition): Promise<CommandRow> {
  const { commandId, input } = subject;
  return subject.kind === "case"
    ? settleAccepted(db, { commandId, transition: transition as Transition, now, ...(input && { input }) })
    : settleCampaignAccepted(db, { commandId, transition: transition as CampaignTransition, now });
}

/** Carried out in an earlier run: the workflow still holds the transition, or SQL has its event. */
async function settleEarlier(settling: Settling, subject: Subject): Promise<CommandRow | null> {
  const memory = await recall(settling.engine, subject, settling.deadline);
  if (memory?.transition) return accept(settling, subject, memory.transition);
  return settleRecorded(settling.db, { commandId: subject.commandId, now: settling.now });
}

/** Writes a known outcome down; null while there is none. Used by the request and by the settler alike. */
export async function settleOutcome(
  settling: Settling,
  subject: Subject,
  outcome: Outcome,
): Promise<CommandRow | null> {
  switch (outcome.kind) {
    case "accepted":
      return accept(settling, subject, outcome.transition);
    case "refused":
      return settleRefused(settling.db, {
        commandId: subject.commandId,
        rejection: outcome.rejection,
        now: settling.now,
      });
    case "recorded":
      return settleEarlier(settling, subject);
    case "unknown-there":
    case "no-answer":
      return null;
  }
}
