import { expect } from "vitest";
import {
  apply,
  decide,
  openCase,
  type Actor,
  type CaseCommand,
  type CaseEvent,
  type CaseInput,
  type CaseState,
  type Decision,
  type Expected,
  type SealedEvent,
  type Transition,
  type Verb,
} from "../../../../domain/engine/index.ts";
import { OPENED } from "../scenario.ts";
import { bodyOf, ofItself, possible, timers, type Happening } from "./walk.ts";

/** More for a longer look: RUNS=3000 npx vitest run --project unit tests/domain/engine/model. */
export const RUNS = Number(process.env.RUNS ?? 200);

type Try = Extract<Happening, { kind: "try" }>;

/** Somebody who looks on: at each command before it is judged, and at what the case does by itself. */
export interface Onlooker {
  tried: (command: CaseCommand, decision: Decision, run: Run) => void;
  happened: (event: CaseEvent, run: Run) => void;
}

export interface Run {
  input: CaseInput;
  actors: readonly Actor[];
  state: CaseState;
  events: SealedEvent[];
  states: CaseState[];
  now: number;
  commands: number;
  /** What somebody had on screen some acts ago. */
  screen: Expected;
  refused: number;
  onlooker?: Onlooker;
}

export const shown = ({ step, round, content }: CaseState): Expected => ({
  step,
  round,
  contentHash: content?.hash ?? null,
});

export function begin(input: CaseInput, actors: readonly Actor[]): Run {
  const { event, state } = openCase(input, OPENED);
  const screen = shown(state);
  return { input, actors, state, events: [event], states: [state], now: OPENED, commands: 0, screen, refused: 0 };
}

function take(run: Run, { event, state }: Transition): void {
  run.events.push(event);
  run.states.push(state);
  run.state = state;
}

/** Verbs that leave a case where it is: chosen now and then, so that stories get somewhere. */
const aside: readonly Verb[] = ["comment", "remind", "reassign", "extend", "clarify", "answer", "withdraw", "return"];

/** Blindly anything, or one of the things that may be done now: else most stories would stay at the first desk. */
function choose(run: Run, { actor, verb, pick, blind }: Try): { actor: Actor; verb: Verb } {
  const { input, state, actors, now } = run;
  const all = blind ? [] : possible(input, state, actors, now);
  const onward = all.filter((choice) => !aside.includes(choice.verb));
  const able = pick % 6 > 0 && onward.length > 0 ? onward : all;
  return able[(pick + actor) % able.length] ?? { actor: actors[actor % actors.length]!, verb };
}

function attempt(run: Run, what: Try): void {
  const { input, state } = run;
  const { pick, blind } = what;
  const { actor, verb } = choose(run, what);
  const expected = blind && pick % 4 === 0 ? run.screen : shown(state);
  run.commands += 1;
  const body = bodyOf(input, state, verb, pick, actor);
  const command = { id: `c${run.commands}`, actor, expected, body, knownSeq: state.seq };
  const before = JSON.stringify(state);
  const decision = decide(input, state, command, run.now);
  run.onlooker?.tried(command, decision, run);
  expect(JSON.stringify(state)).toBe(before);
  if (JSON.stringify(expected) !== JSON.stringify(shown(state))) expect(decision.ok).toBe(false);
  if (decision.ok) take(run, apply(input, state, decision.event));
  else run.refused += 1;
  if (pick % 3 === 0) run.screen = shown(run.state);
}

export function happen(run: Run, what: Happening): void {
  if (what.kind === "try") return attempt(run, what);
  if (what.kind === "wait") run.now += what.hours * 3_600_000;
  const event =
    what.kind === "hear" ? ofItself(run.input, run.state, run.now) : timers.fire(run.input, run.state, run.now);
  if (!event) return;
  run.onlooker?.happened(event, run);
  take(run, apply(run.input, run.state, event));
}
