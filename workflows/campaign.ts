import { condition, makeContinueAsNewFunc, patched, setHandler, workflowInfo } from "@temporalio/workflow";
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
  noteMembers,
  openCampaignState,
  openingComplete,
  startConsolidation,
  type CampaignDecision,
} from "../domain/campaign/decide.ts";
import {
  addenda,
  changedMeans,
  excludedUnits,
  isMember,
  isOver,
  isPlanned,
  mayConsolidate,
  membersLeft,
  milestoneForMembers,
} from "../domain/campaign/roster.ts";
import type { Milestone } from "../domain/engine/pipeline.ts";
import { Alarm } from "./alarm.ts";
import { fanOut, store } from "./durable.ts";
import { nothingDone, type Errands } from "./errands.ts";
import { Journal, type CarriedJournal } from "./journal.ts";
import {
  actOnCampaign,
  CAMPAIGN_TASK_TIMEOUT,
  campaignCommandMemory,
  memberMilestone,
  reviseCalendar,
  type CalendarRevision,
  type MemberWord,
} from "./messages.ts";

export interface CampaignRun {
  input: CampaignInput;
  carried?: CarriedJournal<CampaignState, CampaignTransition> & Errands;
}

/** Members are told when the dossier is published, addenda and exclusions too; before, when its figures were frozen. */
const TOLD_TO_THE_END = "members-told-to-the-end";

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
  /** Something came that has not been attended to. All that a condition asks: thousands of signals may come at once. */
  #touched = false;
  readonly #closing = new Alarm(() => this.#touch());

  constructor({ input, carried }: CampaignRun) {
    this.#input = input;
    const { state, log, ...errands } = carried ?? { state: null, log: null };
    this.#errands = { ...nothingDone(), ...errands };
    this.#journal = new Journal(
      {
        decide: (current, command: CampaignCommand, now) => decideCampaign(input, current, command, now),
        apply: applyCampaign,
        record: (transitions) =>
          store.recordCampaign({ ...(transitions[0]?.event.seq === 1 && { input }), transitions }),
        kept: ({ event }) => this.#keep(event),
      },
      state && log ? { carried: { state, log } } : { opening: openCampaignState(input, Date.now()) },
    );
  }

  answer(): void {
    this.#journal.answer(actOnCampaign, campaignCommandMemory);
    setHandler(memberMilestone, (report) => {
      this.#errands.heard.push(report);
      this.#touch();
    });
    setHandler(reviseCalendar, (calendar) => this.#revise(calendar));
  }

  /** A cycle still open closes when its term now ends: the alarm is set anew after the event. */
  #revise(calendar: WorkCalendar): CalendarRevision {
    const dueFrom = this.#effectiveDue();
    const event = changeCampaignCalendar(this.#input, this.#journal.state, calendar, Date.now());
    if (event) this.#journal.do(event);
    return { seq: event?.seq ?? null, dueFrom, dueTo: this.#effectiveDue() };
  }

  #effectiveDue(): number {
    return campaignDue(this.#input, this.#journal.state).effectiveDue;
  }

  #touch(): void {
    this.#touched = true;
  }

  #keep({ type, actor: by, data: { unit, reason = "" } }: CampaignTransition["event"]): void {
    this.#errands.dossierWanted ||= type === "consolidation-started";
    const standing = type === "member-excluded" ? "excluded" : type === "member-included" ? "included" : null;
    if (standing && unit !== undefined) this.#tellUnits([unit], { standing, by, reason });
    this.#touch();
  }

  #tellUnits(units: string[], word: MemberWord): void {
    if (units.length > 0 && patched(TOLD_TO_THE_END)) this.#errands.tellings.push({ units, word });
  }

  #attendHeard(): void {
    const heard = this.#errands.heard.splice(0);
    const isOfDossier = ({ caseId }: MilestoneReport): boolean => caseId === this.#input.dossierId;
    for (const report of heard.filter(isOfDossier)) this.#hearDossier(report);
    const ofMembers = heard.filter((report) => !isOfDossier(report));
    if (ofMembers.length === 0) return;
    const left = membersLeft(this.#input, this.#journal.state, ofMembers);
    if (left.length > 0 && patched("members-leave")) this.#errands.left.push(...left);
    this.#journal.state = noteMembers(this.#input, this.#journal.state, ofMembers);
    const accepted = ofMembers.filter(({ milestone }) => milestone === "accepted").map(({ unit }) => unit);
    this.#tellAddenda((unit) => accepted.includes(unit));
    if (this.#errands.opened) return;
    const { state } = this.#journal;
    this.#errands.heard.push(...ofMembers.filter((report) => !isMember(this.#input, state, report)));
  }

  #hearDossier({ milestone, contentId }: MilestoneReport): void {
    const passedOn = this.#passedOn(milestone);
    if (passedOn && contentId !== null) {
      this.#errands.tellings.push({ contentId, milestone: passedOn, ...changedMeans(this.#input) });
    }
    const event = noteDossier(this.#journal.state, milestone, Date.now());
    if (!event) return;
    this.#journal.do(event);
    this.#tellAddenda(() => true);
  }

  #passedOn(milestone: Milestone): Milestone | null {
    const early = isPlanned(this.#input) && !patched(TOLD_TO_THE_END);
    if (early) return milestone === "frozen" ? "consolidated" : null;
    return milestoneForMembers(this.#input, milestone);
  }

  #tellAddenda(which: (unit: string) => boolean): void {
    const units = addenda(this.#input, this.#journal.state).filter(which);
    this.#tellUnits(units, { milestone: "consolidated", addendum: true });
  }

  async live(): Promise<void> {
    while (this.#journal.state.status !== "archived") {
      this.#attendOwn();
      if (this.#journal.owes) await this.#journal.record();
      else if (this.#errands.dossierWanted) await this.#openDossier();
      else if (this.#errands.left.length > 0) await this.#tellDossier();
      else if (this.#errands.tellings.length > 0) await this.#tellMembers();
      else if (this.#lapsing()) await this.#lapseMembers();
      else if (!this.#errands.opened) await this.#openBatch();
      else await condition(() => this.#touched || workflowInfo().continueAsNewSuggested);
      if (workflowInfo().continueAsNewSuggested) await this.#renew();
    }
    await this.#closeExcluded();
    await this.#journal.recordAll();
  }

  /** Nothing can be taken back into a cycle that is archived. */
  async #closeExcluded(): Promise<void> {
    this.#tellUnits(excludedUnits(this.#input, this.#journal.state), { standing: "lapsed", by: null, reason: "" });
    while (this.#errands.tellings.length > 0) await this.#tellMembers();
  }

  #attendOwn(): void {
    this.#touched = false;
    this.#attendHeard();
    const now = Date.now();
    const { status } = this.#journal.state;
    if (status === "open" && now >= this.#effectiveDue()) this.#do((state) => closeCampaign(state, now));
    if (this.#complete()) this.#do((state) => startConsolidation(state, now));
    if (this.#over()) this.#do((state) => archiveCampaign(state, now));
    this.#closing.set(this.#journal.state.status === "open" ? this.#effectiveDue() : null);
  }

  #do(make: (state: CampaignState) => Event): void {
    this.#journal.do(make(this.#journal.state));
  }

  #complete(): boolean {
    return this.#errands.opened && mayConsolidate(this.#input, this.#journal.state);
  }

  /** What its members are still to hear keeps it alive. */
  #over(): boolean {
    const told = this.#errands.tellings.length === 0 && this.#errands.left.length === 0 && !this.#lapsing();
    return told && isOver(this.#input, this.#journal.state);
  }

  /** A round that ends still owes a word to those it has gone without. */
  #lapsing(): boolean {
    const owed = !isPlanned(this.#input) && !this.#errands.lapsed && isOver(this.#input, this.#journal.state);
    return owed && patched("members-lapse");
  }

  async #openBatch(): Promise<void> {
    const { campaignId } = this.#input;
    const { units, next } = await fanOut.openMembers({ campaignId, after: this.#errands.cursor, limit: BATCH });
    this.#journal.state = membersStarted(this.#journal.state, units);
    this.#attendHeard();
    this.#errands.cursor = next;
    this.#errands.opened = next === null;
    if (this.#errands.opened) this.#do((state) => openingComplete(state, Date.now()));
  }

  async #openDossier(): Promise<void> {
    this.#errands.dossierWanted = false;
    await fanOut.openDossier({ campaignId: this.#input.campaignId });
  }

  async #tellDossier(): Promise<void> {
    const { campaignId } = this.#input;
    const [caseId] = this.#errands.left;
    if (caseId !== undefined) await fanOut.tellDossier({ campaignId, caseId });
    this.#errands.left.shift();
  }

  async #lapseMembers(): Promise<void> {
    await fanOut.lapseMembers({ campaignId: this.#input.campaignId });
    this.#errands.lapsed = true;
    this.#touch();
  }

  async #tellMembers(): Promise<void> {
    const telling = this.#errands.tellings.shift();
    const { campaignId } = this.#input;
    if (telling && "units" in telling) await fanOut.tellUnits({ campaignId, ...telling });
    else if (telling) await fanOut.tellMembers({ campaignId, ...telling });
  }

  async #renew(): Promise<void> {
    await this.#journal.settleDown();
    // A roster is smaller than the thousands of reports that may just have come.
    this.#attendHeard();
    const carried = { ...this.#journal.carry(), ...this.#errands };
    const renewed = makeContinueAsNewFunc<typeof campaign>({ workflowTaskTimeout: CAMPAIGN_TASK_TIMEOUT });
    await renewed({ input: this.#input, carried });
  }
}
