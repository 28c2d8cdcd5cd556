import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  evolve,
  openCase,
  verifyChain,
  type CaseInput,
  type CaseState,
  type SealedEvent,
} from "../../../../domain/engine/index.ts";
import { shippedPipelines } from "../../../../domain/pipelines/index.ts";
import { allKinds, parties } from "../all-kinds.ts";
import { inputOf } from "../scenario.ts";
import { begin, happen, RUNS, type Run } from "./run.ts";
import { TinyModel } from "./tiny-model.ts";
import { castOf, happening } from "./walk.ts";
import { proves } from "../../../support/prove.ts";

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

const tables: [string, CaseInput][] = [
  ["a table with every kind of step", inputOf(allKinds, { parties, campaignId: null })],
  ...shippedPipelines.map((pipeline): [string, CaseInput] => [
    `${pipeline.id}@${pipeline.version}`,
    inputOf(pipeline, { parties: { ...parties, owner: "SYT" } }),
  ]),
];

describe.each(tables)("any commands, in any order, on %s", (_, input) => {
  const actors = castOf(input.pipeline, input.parties);

  it("keep the laws that a reader of the record can check by hand", (context) => {
    let accepted = 0;
    let refused = 0;
    fc.assert(
      fc.property(fc.array(happening, { minLength: 20, maxLength: 120 }), (story) => {
        const run = begin(input, actors);
        for (const what of story) if (run.state.outcome === null) happen(run, what);
        checkLaws(run);
        accepted += run.events.length;
        refused += run.refused;
      }),
      { numRuns: RUNS / 5 },
    );
    proves(context, { "events checked against the laws": accepted });
    // A model that nothing ever passes proves nothing.
    expect(accepted).toBeGreaterThan(RUNS / 4);
    expect(refused).toBeGreaterThan(RUNS / 10);
  }, 60_000);
});
