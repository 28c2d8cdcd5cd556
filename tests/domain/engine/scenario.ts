import { compactCalendar } from "../../../domain/calendar/index.ts";
import { annualReport, consolidatedReport } from "../../../domain/pipelines/index.ts";
import {
  apply,
  decide,
  fireTimers,
  hashOf,
  inputAfter,
  openCase,
  reachMilestone,
  type Actor,
  type CaseCommand,
  type CaseInput,
  type CaseState,
  type CommandBody,
  type Milestone,
  type MilestoneMessage,
  type Pipeline,
  type Rejection,
  type Role,
  type SealedEvent,
} from "../../../domain/engine/index.ts";

/** 15/10/2026 08:00 in Việt Nam. */
export const OPENED = Date.UTC(2026, 9, 15, 1);
export const DAY = 86_400_000;
/** 24:00 of 30/11/2026, the strict term rolled forward from Sunday 29/11. */
export const DUE = Date.UTC(2026, 10, 30, 17);

const calendar = compactCalendar("test", [2026, 2027], []);

export function inputOf(pipeline: Pipeline, over: Partial<CaseInput> = {}): CaseInput {
  return {
    caseId: `${pipeline.id}-2026-syt`,
    title: "Báo cáo năm 2026 – Sở Y tế",
    year: 2026,
    campaignId: "annual-report-2026",
    pipeline,
    parties: { owner: "SYT", department: "SKHCN", office: "VP_UBND", committee: "UBND_TINH" },
    settings: { contentReview: true },
    due: { legalDue: DUE - DAY, effectiveDue: DUE, internalTarget: DUE - 3 * DAY },
    calendar,
    ...over,
  };
}

export const reportInput = inputOf(annualReport);
export const dossierInput = inputOf(consolidatedReport, { parties: { ...reportInput.parties, owner: "SKHCN" } });

export function person(unit: string, role: Role, personId = `${role}@${unit}`): Actor {
  return { personId, name: personId, post: { unit, role } };
}

export const content = (text: string) => ({ id: `content-${text}`, hash: hashOf({ text }) });

/** As the server hands it on, once it has held the amounts against the ceilings. */
const weighed = (body: CommandBody): CommandBody => (body.verb === "decide-lines" ? { ...body, weighed: true } : body);

/** A case told as a story: who does what, and where it then stands. */
export class Story {
  /** Its table is another one once the case has been migrated. */
  input: CaseInput;
  state: CaseState;
  readonly events: SealedEvent[];
  now: number;
  lastRejection: Rejection | null = null;
  #commands = 0;

  constructor(input: CaseInput, now = OPENED) {
    const opening = openCase(input, now);
    this.input = input;
    this.state = opening.state;
    this.events = [opening.event];
    this.now = now;
  }

  command(actor: Actor, body: CommandBody, over: Partial<CaseCommand> = {}): CaseCommand {
    const { step, round, content: shown, seq } = this.state;
    this.#commands += 1;
    return {
      id: `command-${this.#commands}`,
      actor,
      expected: { step, round, contentHash: shown?.hash ?? null },
      body: weighed(body),
      knownSeq: seq,
      ...over,
    };
  }

  send(command: CaseCommand): this {
    const decision = decide(this.input, this.state, command, this.now);
    this.lastRejection = decision.ok ? null : decision.rejection;
    if (decision.ok) this.#take(apply(this.input, this.state, decision.event));
    return this;
  }

  when(actor: Actor, body: CommandBody): this {
    return this.send(this.command(actor, body));
  }

  hears(milestone: Milestone, more: Partial<MilestoneMessage> = {}): this {
    const event = reachMilestone(this.input, this.state, { milestone, from: "test", ...more }, this.now);
    if (event) this.#take(apply(this.input, this.state, event));
    return this;
  }

  /** Lets time pass; whatever timers come due fire once, as the workflow would do it. */
  until(now: number): this {
    this.now = now;
    const event = fireTimers(this.input, this.state, now);
    if (event) this.#take(apply(this.input, this.state, event));
    return this;
  }

  #take({ event, state }: { event: SealedEvent; state: CaseState }): void {
    this.events.push(event);
    this.state = state;
    this.input = inputAfter(this.input, event);
  }
}

export const specialist = person("SYT", "specialist");
export const divisionHead = person("SYT", "division-head");
export const head = person("SYT", "head");
export const clerk = person("SYT", "records-clerk");
export const receiver = person("SKHCN", "specialist");
export const admin = person("SKHCN", "admin");

export const submit = (text = "v1"): CommandBody => ({ verb: "submit", content: content(text), drafters: [] });
export const approve: CommandBody = { verb: "approve" };
export const issue: CommandBody = { verb: "issue" };
export const sendBack = (over: Partial<Extract<CommandBody, { verb: "return" }>> = {}): CommandBody => ({
  verb: "return",
  code: "incomplete",
  reason: "Thiếu biểu 03",
  sections: ["IV"],
  ...over,
});

/** An agency's report on the desk of Sở KH&CN. */
export const sentReport = (input = reportInput, story = new Story(input)): Story =>
  story.when(specialist, submit()).when(divisionHead, approve).when(head, approve).when(clerk, issue);
