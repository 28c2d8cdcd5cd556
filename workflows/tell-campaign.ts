import { ApplicationFailure } from "@temporalio/common";
import { condition, getExternalWorkflowHandle, sleep } from "@temporalio/workflow";
import type { MilestoneReport } from "../domain/campaign/campaign.ts";
import { campaignWorkflowId, memberMilestone } from "./messages.ts";

/** The server's word for a run that has had all the signals one run may have; the next run takes more. */
const FULL = "SignalCountLimitExceeded";
const ASK_AGAIN_MS = 60_000;

/** Tells a campaign, one report after the other and beside all else: a campaign that is full must not hold up the case. */
export class Teller {
  readonly #campaignId: string | null;
  readonly #untold: MilestoneReport[];
  /** A signal is on its way: whether it arrived is not known yet. */
  #sending = false;
  #telling = false;
  #paused = false;

  constructor(campaignId: string | null, untold: MilestoneReport[]) {
    this.#campaignId = campaignId;
    this.#untold = [...untold];
    this.#begin();
  }

  add(report: MilestoneReport): void {
    this.#untold.push(report);
    this.#begin();
  }

  /** Stops between two reports and gives those that the next run is to tell. */
  async pause(): Promise<MilestoneReport[]> {
    this.#paused = true;
    await condition(() => !this.#sending);
    return [...this.#untold];
  }

  resume(): void {
    this.#paused = false;
    this.#begin();
  }

  async tellAll(): Promise<void> {
    await condition(() => !this.#telling);
  }

  #begin(): void {
    if (this.#telling || this.#untold.length === 0) return;
    this.#telling = true;
    void this.#tell().finally(() => {
      this.#telling = false;
      if (!this.#paused) this.#begin();
    });
  }

  async #tell(): Promise<void> {
    for (let next = this.#untold[0]; next && !this.#paused; next = this.#untold[0]) {
      if (await this.#send(next)) this.#untold.shift();
      else await sleep(ASK_AGAIN_MS);
    }
  }

  /**
   * Without a run id, so that the word arrives after the campaign continued as new. A failed signal is an
   * ApplicationFailure, which would end the case: a campaign that has ended has nothing left to hear.
   */
  async #send(report: MilestoneReport): Promise<boolean> {
    this.#sending = true;
    try {
      await getExternalWorkflowHandle(campaignWorkflowId(this.#campaignId ?? "")).signal(memberMilestone, report);
      return true;
    } catch (error) {
      if (!(error instanceof ApplicationFailure)) throw error;
      return error.type !== FULL;
    } finally {
      this.#sending = false;
    }
  }
}
