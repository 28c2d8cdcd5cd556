import { continueAsNew, setHandler, workflowInfo } from "@temporalio/workflow";
import type { WorkCalendar } from "../domain/calendar/work-calendar.ts";
import { changeCalendar } from "../domain/engine/calendar-change.ts";
import type { MilestoneReport } from "../domain/campaign/campaign.ts";
import type { CaseEvent, CaseInput, CaseState, Transition } from "../domain/engine/case.ts";
import type { CaseCommand, MilestoneMessage } from "../domain/engine/command.ts";
import { changeStanding, type StandingMessage } from "../domain/engine/standing.ts";
import { fireTimers, nextTimer } from "../domain/engine/deadlines.ts";
import { apply, decide, finishTask, keepEarly, reachMilestone } from "../domain/engine/decide.ts";
import { inputAfter } from "../domain/engine/migration.ts";
import { milestonesOf } from "../domain/engine/milestones.ts";
import { openCase } from "../domain/engine/open.ts";
import type { Outcome } from "../domain/engine/pipeline.ts";
import { taskDue } from "../domain/engine/task.ts";
import { store } from "./durable.ts";
import { Journal, waitFor, type CarriedJournal } from "./journal.ts";
import {
  actOnCase,
  caseMilestone,
  caseStanding,
  commandMemory,
  reviseCalendar,
  type CalendarRevision,
} from "./messages.ts";
import { TaskRunner } from "./task-runner.ts";
import { Teller } from "./tell-campaign.ts";

export interface CaseRun {
  input: CaseInput;
  carried?: CarriedJournal<CaseState, Transition> & Pending;
}

/** What was heard too early, and what the campaign has not been told. */
interface Pending {
  early: MilestoneMessage[];
  untold: MilestoneReport[];
}

/** One paper on its way through its pipeline. All rules are in domain/engine; this shell makes them durable. */
export async function approvalCase(run: CaseRun): Promise<Outcome> {
  const shell = new CaseShell(run);
  shell.answer();
  return await shell.live();
}

class CaseShell {
  /** Its table is another one once the case has been migrated. */
  #input: CaseInput;
  readonly #journal: Journal<CaseState, CaseCommand, CaseEvent, Transition>;
  #heard: (MilestoneMessage | StandingMessage)[] = [];
  #early: MilestoneMessage[];
  readonly #teller: Teller;
  readonly #tasks = new TaskRunner();

  constructor({ input, carried }: CaseRun) {
    this.#input = input;
    this.#early = carried?.early ?? [];
    this.#teller = new Teller(input.campaignId, carried?.untold ?? []);
    this.#journal = new Journal(
      {
        decide: (state, command: CaseCommand, now) => decide(this.#input, state, command, now),
        apply: (state, event) => apply(this.#input, state, event),
        record: (transitions) => store.recordCase({ ...(transitions[0]?.event.seq === 1 && { input }), transitions }),
        kept: ({ event }) => {
          this.#input = inputAfter(this.#input, event);
          this.#tell(event);
        },
      },
      carried ? { carried } : { opening: openCase(input, Date.now()) },
    );
  }

  answer(): void {
    this.#journal.answer(actOnCase, commandMemory);
    setHandler(caseMilestone, (message) => void this.#heard.push(message));
    setHandler(caseStanding, (message) => void this.#heard.push(message));
    setHandler(reviseCalendar, (calendar) => this.#revise(calendar));
  }

  /** A due date that moves re-arms the timer in #wait. */
  #revise(calendar: WorkCalendar): CalendarRevision {
    const { dueAt: dueFrom } = this.#journal.state;
    const event = changeCalendar(this.#input, this.#journal.state, calendar, Date.now());
    if (event) this.#journal.do(event);
    return { seq: event?.seq ?? null, dueFrom, dueTo: this.#journal.state.dueAt };
  }

  async live(): Promise<Outcome> {
    for (;;) {
      this.#attendOwn();
      if (this.#journal.owes) await this.#journal.record();
      if (this.#restless()) continue;
      const { outcome } = this.#journal.state;
      if (outcome !== null) {
        await this.#journal.recordAll();
        await this.#teller.tellAll();
        return outcome;
      }
      if (workflowInfo().continueAsNewSuggested) await this.#renew();
      else await this.#wait();
    }
  }

  /** What the case does by itself: timers that are due, milestones it waited for, work of the system. */
  #attendOwn(): void {
    const fired = fireTimers(this.#input, this.#journal.state, Date.now());
    if (fired) this.#journal.do(fired);
    for (const message of this.#heard.splice(0)) {
      if ("standing" in message) this.#stand(message);
      else if (!this.#reach(message)) this.#early = keepEarly(this.#early, this.#journal.state, message);
    }
    this.#early = this.#early.filter((message) => !this.#reach(message));
    for (const result of this.#tasks.take()) {
      const done = finishTask(this.#input, this.#journal.state, result, Date.now());
      if (done) this.#journal.do(done);
    }
    this.#tasks.follow(taskDue(this.#input, this.#journal.state));
  }

  #stand(message: StandingMessage): void {
    const event = changeStanding(this.#input, this.#journal.state, message, Date.now());
    if (event) this.#journal.do(event);
  }

  #reach(message: MilestoneMessage): boolean {
    const reached = reachMilestone(this.#input, this.#journal.state, message, Date.now());
    if (reached) this.#journal.do(reached);
    return reached !== null;
  }

  /** Put together now: the table by which it is read may be another one when its turn comes. */
  #tell(event: CaseEvent): void {
    const { caseId, parties } = this.#input;
    const [unit, contentId] = [parties.owner ?? "", event.content?.id ?? null];
    for (const milestone of milestonesOf(this.#input, event)) {
      this.#teller.add({ caseId, unit, milestone, contentId });
    }
  }

  #restless(): boolean {
    const lags = this.#tasks.lags(taskDue(this.#input, this.#journal.state));
    return this.#journal.owes || this.#heard.length > 0 || lags || this.#awaitedEarly();
  }

  /** A command may have brought the case to where it waits for what it has heard already. */
  #awaitedEarly(): boolean {
    return this.#early.some((message) => reachMilestone(this.#input, this.#journal.state, message, 0) !== null);
  }

  /** Re-arms only when the next timer is another one: a decision under the same term costs no timer events. */
  async #wait(): Promise<void> {
    const next = (): number | null => nextTimer(this.#input, this.#journal.state)?.at ?? null;
    const armed = next();
    const changed = (): boolean =>
      this.#restless() ||
      this.#journal.state.outcome !== null ||
      workflowInfo().continueAsNewSuggested ||
      next() !== armed;
    await waitFor(changed, armed);
  }

  async #renew(): Promise<void> {
    await this.#journal.settleDown();
    const untold = await this.#teller.pause();
    if (this.#restless() || this.#journal.state.outcome !== null) return this.#teller.resume();
    const carried = { ...this.#journal.carry(), early: this.#early, untold };
    await continueAsNew<typeof approvalCase>({ input: this.#input, carried });
  }
}
