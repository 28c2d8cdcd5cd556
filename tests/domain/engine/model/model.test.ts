import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  apply,
  decide,
  evolve,
  openCase,
  stepAt,
  verifyChain,
  type Actor,
  type CaseInput,
  type CaseState,
  type Expected,
  type SealedEvent,
  type Transition,
  type Verb,
} from "../../../../domain/engine/index.ts";
import { shippedPipelines } from "../../../../domain/pipelines/index.ts";
import { allKinds, parties } from "../all-kinds.ts";
import { inputOf, OPENED } from "../scenario.ts";
import { TinyModel } from "./tiny-model.ts";
import { bodyOf, castOf, happening, ofItself, possible, timers, type Happening } from "./walk.ts";

type Try = Extract<Happening, { kind: "try" }>;

interface Run {
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
}

const shown = ({ step, round, content }: CaseState): Expected => ({ step, round, contentHash: content?.hash ?? null });

function begin(input: CaseInput, actors: readonly Actor[]): Run {
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
  return able[(pick + actor) % able.length] ?? { actor: actors[actor]!, verb };
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
  expect(JSON.stringify(state)).toBe(before);
  if (JSON.stringify(expected) !== JSON.stringify(shown(state))) expect(decision.ok).toBe(false);
  if (decision.ok) take(run, apply(input, state, decision.event));
  else run.refused += 1;
  if (pick % 3 === 0) run.screen = shown(run.state);
}

function happen(run: Run, what: Happening): void {
  if (what.kind === "try") return attempt(run, what);
  if (what.kind === "wait") run.now += what.hours * 3_600_000;
  const event =
    what.kind === "hear" ? ofItself(run.input, run.state, run.now) : timers.fire(run.input, run.state, run.now);
  if (event) take(run, apply(run.input, run.state, event));
}

const standing = (state: CaseState, step: string) =>
  state.signatures.filter((signature) => signature.step === step && signature.supersededBy === undefined);

/** The laws every walk must keep, whatever the table. */
function checkLaws({ input, events, states }: Run): void {
  const model = new TinyModel();
  for (const [index, event] of events.entries()) {
    model.read(event);
    const state = states[index]!;
    model.closed = state.outcome !== null;
    expect(state.round).toBe(model.round);
    expect([...state.authors].sort()).toEqual([...model.authors].sort());
    expect(state.content?.hash ?? null).toBe(model.content);
    if (event.type === "returned") expect(standing(state, event.data.passed?.[0] ?? event.to!)).toEqual([]);
  }
  expect(model.complaints).toEqual([]);
  expect(verifyChain(events)).toEqual({ ok: true });
  checkReplay(input, events, states);
}

/** I7: the state is a function of the events, also of events that went through JSON. */
function checkReplay(input: CaseInput, events: readonly SealedEvent[], states: readonly CaseState[]): void {
  const opened = events[0]!;
  let state = openCase(input, opened.at).state;
  for (const event of JSON.parse(JSON.stringify(events.slice(1))) as SealedEvent[]) state = evolve(input, state, event);
  expect(JSON.parse(JSON.stringify(state))).toEqual(JSON.parse(JSON.stringify(states.at(-1))));
}

/** A signature that counts was given in this round, or its step says that it survives. */
function checkSignatures({ input, state }: Run): void {
  const ends = stepAt(input, state.step).kind === "end";
  for (const signature of state.signatures) {
    const step = stepAt(input, signature.step);
    const survives = "survives" in step && step.survives !== undefined;
    if (signature.supersededBy !== undefined) expect(signature.supersededBy).toBeGreaterThan(signature.seq);
    else if (!survives && !ends) expect(signature.round).toBeLessThanOrEqual(state.round);
  }
}

const tables: [string, CaseInput][] = [
  ["a table with every kind of step", inputOf(allKinds, { parties, campaignId: null })],
  ...shippedPipelines.map((pipeline): [string, CaseInput] => [
    `${pipeline.id}@${pipeline.version}`,
    inputOf(pipeline, { parties: { ...parties, owner: "SYT" } }),
  ]),
];

describe.each(tables)("any commands, in any order, on %s", (_, input) => {
  const actors = castOf(input.pipeline, input.parties);

  it("keep the laws that a reader of the record can check by hand", () => {
    let accepted = 0;
    let refused = 0;
    fc.assert(
      fc.property(fc.array(happening(actors), { minLength: 20, maxLength: 120 }), (story) => {
        const run = begin(input, actors);
        for (const what of story) if (run.state.outcome === null) happen(run, what);
        checkLaws(run);
        checkSignatures(run);
        accepted += run.events.length;
        refused += run.refused;
      }),
      { numRuns: 40 },
    );
    // A model that nothing ever passes proves nothing.
    expect(accepted).toBeGreaterThan(50);
    expect(refused).toBeGreaterThan(20);
  }, 60_000);
});
