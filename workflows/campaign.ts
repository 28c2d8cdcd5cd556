import { allHandlersFinished, condition, continueAsNew, setHandler, workflowInfo } from "@temporalio/workflow";
import type { CampaignInput, CampaignState, CampaignTransition, MilestoneReport } from "../domain/campaign/campaign.ts";
import type { CampaignCommand } from "../domain/campaign/campaign.ts";
import {
  allAccepted,
  applyCampaign,
  archiveCampaign,
  closeCampaign,
  decideCampaign,
  membersStarted,
  noteDossier,
  noteMember,
  openCampaignState,
  openingComplete,
  startConsolidation,
  type CampaignDecision,
} from "../domain/campaign/decide.ts";
import { CommandLog, refusal, type CarriedLog } from "./command-log.ts";
import { fanOut, store } from "./durable.ts";
import { actOnCampaign, campaignCommandMemory, memberMilestone } from "./messages.ts";

export interface CampaignRun {
  input: CampaignInput;
  carried?: { state: CampaignState; log: CarriedLog; cursor: string | null; opened: boolean; early: MilestoneReport[] };
}

/** Small enough for one activity well under its heartbeat, large enough that 3,400 members are 68 activities. */
const BATCH = 50;

type Event = Extract<CampaignDecision, { ok: true }>["event"];

/** A cycle: opens its members, follows them, opens the dossier, ends when nothing more can come. */
export async function campaign(run: CampaignRun): Promise<void> {
  const shell = new CampaignShell(run);
  setHandler(actOnCampaign, (command) => shell.act(command), {
    validator: (command: CampaignCommand) => shell.judge(command),
  });
  setHandler(memberMilestone, (report) => shell.hear(report));
  setHandler(campaignCommandMemory, (commandId) => shell.log.recall(commandId));
  await shell.live();
}

class CampaignShell {
  readonly log: CommandLog<CampaignTransition>;
  #input: CampaignInput;
  #state: CampaignState;
  #own = false;
  #cursor: string | null;
  /** All member cases have been started. */
  #opened: boolean;
  #dossierWanted = false;
  #snapshots: string[] = [];
  /** Milestones of members that are not in the roster yet: their case ran before its batch was counted. */
  #early: MilestoneReport[];

  constructor({ input, carried }: CampaignRun) {
    this.#input = input;
    this.log = new CommandLog(carried?.log);
    this.#cursor = carried?.cursor ?? null;
    this.#opened = carried?.opened ?? false;
    this.#early = carried?.early ?? [];
    const opening = carried ? null : openCampaignState(input, Date.now());
    this.#state = opening?.state ?? (carried as { state: CampaignState }).state;
    if (opening) this.#keep(opening, true);
  }

  judge(command: CampaignCommand): void {
    this.log.refuseRepeat(command.id);
    const decision = decideCampaign(this.#input, this.#state, command, Date.now());
    if (!decision.ok) throw refusal(decision.rejection);
  }

  act(command: CampaignCommand): CampaignTransition {
    this.log.refuseRepeat(command.id);
    const decision = decideCampaign(this.#input, this.#state, command, Date.now());
    if (!decision.ok) throw refusal(decision.rejection);
    this.log.confirm(command.knownSeq);
    return this.#keep(applyCampaign(this.#state, decision.event), false);
  }

  hear(report: MilestoneReport): void {
    if (report.caseId === this.#input.dossierId) this.#hearDossier(report);
    else if (report.unit in this.#state.members) this.#state = noteMember(this.#state, report);
    else this.#early.push(report);
  }

  #hearDossier({ milestone, contentId }: MilestoneReport): void {
    if (milestone === "frozen" && contentId !== null) this.#snapshots.push(contentId);
    const event = noteDossier(this.#state, milestone, Date.now());
    if (event) this.#doOwn(event);
  }

  async live(): Promise<void> {
    while (this.#state.status !== "archived") {
      this.#attendOwn();
      if (this.#own) await this.#record();
      else if (this.#dossierWanted) await this.#openDossier();
      else if (this.#snapshots.length > 0) await this.#consolidate();
      else if (!this.#opened) await this.#openBatch();
      else await condition(() => this.#restless() || workflowInfo().continueAsNewSuggested, this.#untilClose());
      if (workflowInfo().continueAsNewSuggested) await this.#renew();
    }
    await condition(allHandlersFinished);
    if (this.log.unconfirmed.length > 0) await this.#record();
  }

  #attendOwn(): void {
    const now = Date.now();
    const { status, dossierOpened } = this.#state;
    if (status === "open" && now >= this.#input.due.effectiveDue) this.#doOwn(closeCampaign(this.#state, now));
    const ready = this.#opened && (this.#state.status === "closed" || allAccepted(this.#state));
    if (ready && !dossierOpened) this.#doOwn(startConsolidation(this.#state, now));
    if (status === "published" && this.#finished()) this.#doOwn(archiveCampaign(this.#state, now));
  }

  /** Published, and no member is still on its way: late ones are followed until then. */
  #finished(): boolean {
    return Object.values(this.#state.members).every((member) => member === "consolidated" || member === "excluded");
  }

  #doOwn(event: Event): void {
    this.#keep(applyCampaign(this.#state, event), true);
  }

  #keep(transition: CampaignTransition, own: boolean): CampaignTransition {
    this.#state = transition.state;
    this.log.add(transition);
    this.#own ||= own;
    this.#dossierWanted ||= transition.event.type === "consolidation-started";
    return transition;
  }

  async #record(): Promise<void> {
    const transitions = [...this.log.unconfirmed];
    const first = transitions[0]?.event.seq === 1;
    this.#own = false;
    await store.recordCampaign({ ...(first && { input: this.#input }), transitions });
    this.log.confirm(transitions.at(-1)?.event.seq ?? 0);
  }

  async #openBatch(): Promise<void> {
    const { campaignId } = this.#input;
    const { units, next } = await fanOut.openMembers({ campaignId, after: this.#cursor, limit: BATCH });
    this.#state = membersStarted(this.#state, units);
    for (const report of this.#early.splice(0)) this.hear(report);
    this.#cursor = next;
    this.#opened = next === null;
    if (this.#opened) this.#doOwn(openingComplete(this.#state, Date.now()));
  }

  async #openDossier(): Promise<void> {
    this.#dossierWanted = false;
    await fanOut.openDossier({ campaignId: this.#input.campaignId });
  }

  async #consolidate(): Promise<void> {
    const contentId = this.#snapshots.shift();
    if (contentId === undefined) return;
    await fanOut.consolidateMembers({ campaignId: this.#input.campaignId, contentId });
  }

  #restless(): boolean {
    const { status, dossierOpened } = this.#state;
    const complete = status === "open" && !dossierOpened && allAccepted(this.#state);
    const over = status === "published" && this.#finished();
    return this.#own || this.#dossierWanted || this.#snapshots.length > 0 || complete || over;
  }

  #untilClose(): number {
    const year = 365 * 86_400_000;
    return this.#state.status === "open" ? Math.max(1, this.#input.due.effectiveDue - Date.now()) : year;
  }

  async #renew(): Promise<void> {
    await condition(allHandlersFinished);
    if (this.log.unconfirmed.length > 0) await this.#record();
    if (this.#restless()) return;
    await continueAsNew<typeof campaign>({
      input: this.#input,
      carried: {
        state: this.#state,
        log: this.log.carry(),
        cursor: this.#cursor,
        opened: this.#opened,
        early: this.#early,
      },
    });
  }
}
