import { applyCampaign, decideCampaign } from "../../domain/campaign/decide.ts";
import type { CampaignCommand, CampaignInput, CampaignTransition } from "../../domain/campaign/campaign.ts";
import { inputAfter, seal } from "../../domain/engine/index.ts";
import { decide, evolve, openCase } from "../../domain/engine/index.ts";
import type { CaseCommand, CaseInput, CaseState, Transition } from "../../domain/engine/index.ts";
import { workflowTypes } from "../../workflows/messages.ts";
import { otherDecision, otherSeal, otherState, plain, unsealed, type Departure } from "./departure.ts";
import { firstOf, toldIn, type History, type Told } from "./told.ts";

/** The rules that decide and fold; a test hands in others. */
export interface Rules {
  decide: typeof decide;
  evolve: typeof evolve;
  openCase: typeof openCase;
}

export const workingTree: Rules = { decide, evolve, openCase };

interface Run<I, S> {
  input: I;
  carried?: { state: S };
}

/** Folds what one run of a workflow did once more, by the rules of the working tree; null: all is as it was. */
export function refold(history: History, rules: Rules = workingTree): Departure | null {
  const started = history.events?.[0]?.workflowExecutionStartedEventAttributes;
  const run = firstOf(started?.input);
  switch (started?.workflowType?.name) {
    case workflowTypes.approvalCase:
      return refoldCase(history, run as Run<CaseInput, CaseState>, rules);
    case workflowTypes.campaign:
      return refoldCampaign(history, run as Run<CampaignInput, unknown>);
    default:
      return null;
  }
}

function refoldCase(history: History, { input, carried }: Run<CaseInput, CaseState>, rules: Rules): Departure | null {
  const told = toldIn<Transition, CaseCommand>(history, { update: "actOnCase", activity: "recordCase" });
  let stand = { input, state: carried?.state ?? null };
  for (const one of told.filter(({ transition: { event } }) => event.seq > (carried?.state.seq ?? 0))) {
    const { event, state } = one.transition;
    const what = caseDeparture(stand, one, rules);
    if (what) return { seq: event.seq, what };
    stand = { input: inputAfter(stand.input, event), state };
  }
  return null;
}

function caseDeparture(
  { input, state }: { input: CaseInput; state: CaseState | null },
  { transition, command }: Told<Transition, CaseCommand>,
  rules: Rules,
): string | null {
  const { event } = transition;
  if (event.seq === 1) {
    const opening = rules.openCase(input, event.at);
    return otherSeal(event, opening.event) ?? otherState(transition.state, opening.state);
  }
  // An event that the case had not recorded when the history was read: the next one says where it then stood.
  if (state?.seq !== event.seq - 1) return null;
  return (
    (command && otherDecision(event, rules.decide(input, state, command, event.at))) ??
    otherSeal(event, seal(unsealed(event), state.lastHash)) ??
    otherState(transition.state, rules.evolve(input, state, event))
  );
}

/** The roster follows members' milestones beside the events; it is taken as it was, all else is folded. */
function refoldCampaign(history: History, { input }: Run<CampaignInput, unknown>): Departure | null {
  const names = { update: "actOnCampaign", activity: "recordCampaign" };
  let before: CampaignTransition["state"] | null = null;
  for (const { transition, command } of toldIn<CampaignTransition, CampaignCommand>(history, names)) {
    const { event, state } = transition;
    if (before?.seq === event.seq - 1) {
      const { members, started, aside } = state;
      const roster = { members, started, ...(aside && { aside }) };
      // A change of the roster itself is decided on the roster before it.
      const stood = command ? { ...before, started } : { ...before, ...roster };
      const decision = command && decideCampaign(input, stood, command, event.at);
      const now = applyCampaign(stood, plain(unsealed(event)));
      const what =
        (decision && otherDecision(event, decision)) ??
        otherSeal(event, now.event) ??
        otherState(state, { ...now.state, ...roster });
      if (what) return { seq: event.seq, what };
    }
    before = state;
  }
  return null;
}
