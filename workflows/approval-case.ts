import {
  allHandlersFinished,
  condition,
  continueAsNew,
  getExternalWorkflowHandle,
  setHandler,
  workflowInfo,
} from "@temporalio/workflow";
import type { CaseEvent, CaseInput, CaseState, Transition } from "../domain/engine/case.ts";
import type { CaseCommand, MilestoneMessage } from "../domain/engine/command.ts";
import { fireTimers, nextTimer } from "../domain/engine/deadlines.ts";
import { apply, decide, reachMilestone } from "../domain/engine/decide.ts";
import { milestoneOf } from "../domain/engine/milestones.ts";
import { openCase } from "../domain/engine/open.ts";
import type { Outcome } from "../domain/engine/pipeline.ts";
import { CommandLog, refusal, type CarriedLog } from "./command-log.ts";
import { store } from "./durable.ts";
import { actOnCase, campaignWorkflowId, caseMilestone, commandMemory, memberMilestone } from "./messages.ts";

export interface CaseRun {
  input: CaseInput;
  carried?: { state: CaseState; log: CarriedLog };
}

/** One paper on its way through its pipeline. All rules are in domain/engine; this shell makes them durable. */
export async function approvalCase(run: CaseRun): Promise<Outcome> {
  const shell = new CaseShell(run);
  setHandler(actOnCase, (command) => shell.act(command), { validator: (command: CaseCommand) => shell.judge(command) });
  setHandler(caseMilestone, (message) => shell.hear(message));
  setHandler(commandMemory, (commandId) => shell.log.recall(commandId));
  return await shell.live();
}

class CaseShell {
  readonly log: CommandLog<Transition>;
  #input: CaseInput;
  #state: CaseState;
  /** Transitions that SQL will not hear of from anyone else. */
  #own = false;
  #heard: MilestoneMessage[] = [];
  #toTell: CaseEvent[] = [];

  constructor({ input, carried }: CaseRun) {
    this.#input = input;
    this.log = new CommandLog(carried?.log);
    const opening = carried ? null : openCase(input, Date.now());
    this.#state = opening?.state ?? (carried as { state: CaseState }).state;
    if (opening) this.#keep(opening, true);
  }

  judge(command: CaseCommand): void {
    this.log.refuseRepeat(command.id);
    const decision = decide(this.#input, this.#state, command, Date.now());
    if (!decision.ok) throw refusal(decision.rejection);
  }

  act(command: CaseCommand): Transition {
    this.log.refuseRepeat(command.id);
    const decision = decide(this.#input, this.#state, command, Date.now());
    if (!decision.ok) throw refusal(decision.rejection);
    this.log.confirm(command.knownSeq);
    return this.#keep(apply(this.#input, this.#state, decision.event), false);
  }

  hear(message: MilestoneMessage): void {
    this.#heard.push(message);
  }

  async live(): Promise<Outcome> {
    for (;;) {
      this.#attendOwn();
      await this.#tellCampaign();
      if (this.#own) await this.#record();
      if (this.#restless()) continue;
      if (this.#state.outcome !== null) return await this.#close(this.#state.outcome);
      if (workflowInfo().continueAsNewSuggested) await this.#renew();
      else await this.#wait();
    }
  }

  /** What the case does by itself: timers that are due, milestones it waited for. */
  #attendOwn(): void {
    const fired = fireTimers(this.#input, this.#state, Date.now());
    if (fired) this.#keep(apply(this.#input, this.#state, fired), true);
    for (const message of this.#heard.splice(0)) {
      const reached = reachMilestone(this.#input, this.#state, message, Date.now());
      if (reached) this.#keep(apply(this.#input, this.#state, reached), true);
    }
  }

  #keep(transition: Transition, own: boolean): Transition {
    this.#state = transition.state;
    this.log.add(transition);
    this.#own ||= own;
    if (milestoneOf(this.#input, transition.event) !== null) this.#toTell.push(transition.event);
    return transition;
  }

  /** Without a run id, so that the word arrives after the campaign continued as new. */
  async #tellCampaign(): Promise<void> {
    const { campaignId, caseId, parties } = this.#input;
    for (const event of this.#toTell.splice(0)) {
      const milestone = milestoneOf(this.#input, event);
      if (campaignId === null || milestone === null) continue;
      const report = { caseId, unit: parties.owner ?? "", milestone, contentId: event.content?.id ?? null };
      await getExternalWorkflowHandle(campaignWorkflowId(campaignId)).signal(memberMilestone, report);
    }
  }

  async #record(): Promise<void> {
    const transitions = [...this.log.unconfirmed];
    const last = transitions.at(-1)?.event.seq ?? 0;
    const first = transitions[0]?.event.seq === 1;
    this.#own = false;
    await store.recordCase({ ...(first && { input: this.#input }), transitions });
    this.log.confirm(last);
  }

  #restless(): boolean {
    return this.#own || this.#heard.length > 0 || this.#toTell.length > 0;
  }

  /** Re-arms only when the next timer is another one: a decision under the same term costs no timer events. */
  async #wait(): Promise<void> {
    const armed = nextTimer(this.#input, this.#state)?.at ?? null;
    const changed = (): boolean =>
      this.#restless() ||
      this.#state.outcome !== null ||
      workflowInfo().continueAsNewSuggested ||
      (nextTimer(this.#input, this.#state)?.at ?? null) !== armed;
    if (armed === null) await condition(changed);
    else await condition(changed, Math.max(1, armed - Date.now()));
  }

  async #close(outcome: Outcome): Promise<Outcome> {
    await condition(allHandlersFinished);
    if (this.log.unconfirmed.length > 0) await this.#record();
    return outcome;
  }

  async #renew(): Promise<void> {
    await condition(allHandlersFinished);
    if (this.log.unconfirmed.length > 0) await this.#record();
    if (this.#restless()) return;
    await continueAsNew<typeof approvalCase>({
      input: this.#input,
      carried: { state: this.#state, log: this.log.carry() },
    });
  }
}
