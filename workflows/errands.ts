import type { MilestoneReport } from "../domain/campaign/campaign.ts";
import type { Milestone } from "../domain/engine/pipeline.ts";
import type { MemberWord } from "./messages.ts";

/** What the members in a frozen content are to be told, or those of some units. */
export type Telling =
  { contentId: string; milestone: Milestone; changed?: "addendum" } | { units: string[]; word: MemberWord };

/** What is still to be done outside; goes along across continue-as-new. */
export interface Errands {
  /** Last unit whose case was started; null before the first batch. */
  cursor: string | null;
  /** All member cases have been started. */
  opened: boolean;
  /** Milestones not attended to yet, and those of members whose case ran before its batch was counted. */
  heard: MilestoneReport[];
  dossierWanted: boolean;
  tellings: Telling[];
  /** Members that have left the dossier, which it has not heard of yet. */
  left: string[];
  /** The members a round has gone without have been told that it is over. */
  lapsed: boolean;
}

export const nothingDone = (): Errands => ({
  cursor: null,
  opened: false,
  heard: [],
  dossierWanted: false,
  tellings: [],
  left: [],
  lapsed: false,
});
