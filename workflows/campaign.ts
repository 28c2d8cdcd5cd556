import { continueAsNew, setHandler, workflowInfo } from "@temporalio/workflow";
import type { WorkCalendar } from "../domain/calendar/work-calendar.ts";
import { campaignDue, changeCampaignCalendar } from "../domain/campaign/calendar-change.ts";
import type {
  CampaignCommand,
  CampaignInput,
  CampaignState,
  CampaignTransition,
  MilestoneReport,
} from "../domain/campaign/campaign.ts";
import {
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
import { isMember, isOver, mayConsolidate, milestoneForMembers } from "../domain/campaign/roster.ts";
import type { Milestone } from "../domain/engine/pipeline.ts";
import { fanOut, store } from "./durable.ts";
import { Journal, waitFor, type CarriedJournal } from "./journal.ts";
import {
  actOnCampaign,
  campaignCommandMemory,
  memberMilestone,
  reviseCalendar,
  type CalendarRevision,
} from "./messages.ts";

export interface CampaignRun {
  input: CampaignInput;
  carried?: CarriedJournal<CampaignState, CampaignTransition> & Errands;
}

/** What is still to be done outside; goes along across continue-as-new. */
interface Errands {
  /** Last unit whose case was started; null before the first batch. */
  cursor: string | null;
  /** All member cases have been started. */
  opened: boolean;
  /** Milestones of members that are not in the roster yet: their case ran before its batch was counted. */
  early: MilestoneReport[];
  dossierWanted: boolean;
  /** What the members in a frozen content are to be told. */
  tellings: { contentId: string; milestone: Milestone }[];
}

const nothingDone = (): Errands => ({ cursor: null, opened: false, early: [], dossierWanted: false, tellings: [] });

/** Small enough for one activity well under its heartbeat, large enough that 3,400 members are 68 activities. */
const BATCH = 50;

type Event = Extract<CampaignDecision, { ok: true }>["event"];

/** A cycle: opens its members, follows them, opens the dossier, ends when nothing more can come. */
export async function campaign(run: CampaignRun): Promise<void> {
  const shell = new CampaignShell(run);
  shell.answer();
  await shell.live();
}

class CampaignShell {
  readonly #input: CampaignInput;
  readonly #journal: Journal<CampaignState, CampaignCommand, Event, CampaignTransition>;
  readonly #errands: Errands;

  constructor({ input, carried }: CampaignRun) {
    this.#input = input;
    const { state, log, ...errands } = carried ?? { ...nothingDone(), state: null, log: null };
    this.#errands = errands;
    this.#journal = new Journal(
      {
        decide: (current, command: CampaignCommand, now) => decideCampaign(input, current, command, now),
        apply: applyCampaign,
        record: (transitions) =>
          store.recordCampaign({ ...(transitions[0]?.event.seq === 1 && { input }), transitions }),
        kept: ({ event }) => void (this.#errands.dossierWanted ||= event.type === "consolidation-started"),
      },
      state && log ? { carried: { state, log } } : { opening: openCampaignState(input, Date.now()) },
    );
  }

  answer(): void {
    this.#journal.answer(actOnCampaign, campaignCommandMemory);
    setHandler(memberMilestone, (report) => this.#hear(report));
    setHandler(reviseCalendar, (calendar) => this.#revise(calendar));
  }

  /** A cycle still open closes when its term now ends: #closesAt is asked anew after the event is recorded. */
  #revise(calendar: WorkCalendar): CalendarRevision {
    const dueFrom = this.#effectiveDue();
    const event = changeCampaignCalendar(this.#input, this.#journal.state, calendar, Date.now());
    if (event) this.#journal.do(event);
    return { seq: event?.seq ?? null, dueFrom, dueTo: this.#effectiveDue() };
  }

  #effectiveDue(): number {
    return campaignDue(this.#input, this.#journal.state).effectiveDue;
  }

  #hear(report: MilestoneReport): void {
    const { state } = this.#journal;
    if (report.caseId === this.#input.dossierId) this.#hearDossier(report);
    else if (isMember(this.#input, state, report)) this.#journal.state = noteMember(this.#input, state, report);
    else this.#errands.early.push(report);
  }

  #hearDossier({ milestone, contentId }: MilestoneReport): void {
    const passedOn = milestoneForMembers(this.#input, milestone);
    if (passedOn && contentId !== null) this.#errands.tellings.push({ contentId, milestone: passedOn });
    const event = noteDossier(this.#journal.state, milestone, Date.now());
    if (event) this.#journal.do(event);
  }

  async live(): Promise<void> {
    while (this.#journal.state.status !== "archived") {
      this.#attendOwn();
      if (this.#journal.owes) await this.#journal.record();
      else if (this.#errands.dossierWanted) await this.#openDossier();
      else if (this.#errands.tellings.length > 0) await this.#tellMembers();
      else if (!this.#errands.opened) await this.#openBatch();
      else await waitFor(() => this.#restless() || workflowInfo().continueAsNewSuggested, this.#closesAt());
      if (workflowInfo().continueAsNewSuggested) await this.#renew();
    }
    await this.#journal.recordAll();
  }

  #attendOwn(): void {
    const now = Date.now();
    const { status } = this.#journal.state;
    if (status === "open" && now >= this.#effectiveDue()) this.#do((state) => closeCampaign(state, now));
    if (this.#complete()) this.#do((state) => startConsolidation(state, now));
    if (this.#over()) this.#do((state) => archiveCampaign(state, now));
  }

  #do(make: (state: CampaignState) => Event): void {
    this.#journal.do(make(this.#journal.state));
  }

  #complete(): boolean {
    return this.#errands.opened && mayConsolidate(this.#input, this.#journal.state);
  }

  /** What its members are still to hear keeps it alive. */
  #over(): boolean {
    return this.#errands.tellings.length === 0 && isOver(this.#input, this.#journal.state);
  }

  async #openBatch(): Promise<void> {
    const { campaignId } = this.#input;
    const { units, next } = await fanOut.openMembers({ campaignId, after: this.#errands.cursor, limit: BATCH });
    this.#journal.state = membersStarted(this.#journal.state, units);
    for (const report of this.#errands.early.splice(0)) this.#hear(report);
    this.#errands.cursor = next;
    this.#errands.opened = next === null;
    if (this.#errands.opened) this.#do((state) => openingComplete(state, Date.now()));
  }

  async #openDossier(): Promise<void> {
    this.#errands.dossierWanted = false;
    await fanOut.openDossier({ campaignId: this.#input.campaignId });
  }

  async #tellMembers(): Promise<void> {
    const telling = this.#errands.tellings.shift();
    if (telling) await fanOut.tellMembers({ campaignId: this.#input.campaignId, ...telling });
  }

  #restless(): boolean {
    const { dossierWanted, tellings } = this.#errands;
    return this.#journal.owes || dossierWanted || tellings.length > 0 || this.#complete() || this.#over();
  }

  #closesAt(): number | null {
    return this.#journal.state.status === "open" ? this.#effectiveDue() : null;
  }

  async #renew(): Promise<void> {
    await this.#journal.settleDown();
    const carried = { ...this.#journal.carry(), ...this.#errands };
    await continueAsNew<typeof campaign>({ input: this.#input, carried });
  }
}
