import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  holdersOf,
  questionsOf,
  type CaseInput,
  type CaseState,
  type Pipeline,
} from "../../../../domain/engine/index.ts";
import { shippedPipelines } from "../../../../domain/pipelines/index.ts";
import { allKinds, parties } from "../all-kinds.ts";
import { inputOf } from "../scenario.ts";
import { begin, happen, RUNS, type Onlooker } from "./run.ts";
import { allowed } from "./second/allowed.ts";
import { act, begun, ofItself } from "./second/moves.ts";
import { desks, votesGiven, type Sheet } from "./second/sheet.ts";
import { anyTable } from "./second/tables.ts";
import { castOf, happening } from "./walk.ts";
import { proves } from "../../../support/prove.ts";

/** What both say of a case, in the same words. */
const ofSheet = (sheet: Sheet, overdue: boolean) => ({
  seq: sheet.seq,
  step: sheet.step,
  round: sheet.round,
  ended: sheet.ended,
  content: sheet.content?.hash ?? null,
  authors: [...sheet.authors].sort(),
  votes: votesGiven(sheet),
  void: sheet.signed.filter((one) => one.void).map(({ seq }) => seq),
  stand: sheet.signed.filter((one) => !one.void).map(({ seq }) => seq),
  desks: [...desks(sheet, overdue)].sort(),
  lines: sheet.lines.map(({ id, status, granted }) => [id, status, granted]),
  asked: sheet.questions.map(({ seq }) => seq),
});

const seqs = (state: CaseState, superseded: boolean): number[] =>
  state.signatures.filter(({ supersededBy }) => (supersededBy !== undefined) === superseded).map(({ seq }) => seq);

const ofEngine = (input: CaseInput, state: CaseState): ReturnType<typeof ofSheet> => ({
  seq: state.seq,
  step: state.step,
  round: state.round,
  ended: state.outcome !== null,
  content: state.content?.hash ?? null,
  authors: [...state.authors].sort(),
  votes: new Set(state.votes.map(({ seq }) => seq)).size,
  void: seqs(state, true),
  stand: seqs(state, false),
  desks: holdersOf(input, state)
    .map(({ unit, role, personId = "" }) => `${unit}/${role}/${personId}`)
    .sort(),
  lines: state.lines.map(({ id, status, amount }) => [id, status, amount]),
  asked: questionsOf(state).map(({ seq }) => seq),
});

const counted = { tables: 0, stories: 0, accepted: 0, refused: 0 };

/** Predicts every command before the engine's word is known to it, and keeps its own sheet of what then happens. */
function secondOpinion(input: CaseInput): Onlooker & { agrees: (state: CaseState) => void } {
  const sheet = begun(input);
  return {
    tried: (command, decision, { state, now }) => {
      if (!decision.ok && decision.rejection.code === "calendar-missing") return;
      const predicted = allowed(sheet, command, { now, dueAt: state.dueAt });
      const { verb } = command.body;
      expect({ verb, step: state.step, ok: decision.ok, why: decision.ok ? null : decision.rejection }).toMatchObject({
        ok: predicted,
      });
      counted[decision.ok ? "accepted" : "refused"] += 1;
      if (decision.ok) act(sheet, command);
    },
    happened: (event) => ofItself(sheet, event),
    agrees: (state) => expect(ofEngine(input, state)).toEqual(ofSheet(sheet, state.fired.includes("overdue"))),
  };
}

function tell(input: CaseInput, story: Parameters<typeof happen>[1][]): void {
  const run = begin(input, castOf(input.pipeline, input.parties));
  const onlooker = secondOpinion(input);
  run.onlooker = onlooker;
  for (const what of story) {
    if (run.state.outcome !== null) break;
    happen(run, what);
    onlooker.agrees(run.state);
  }
  counted.stories += 1;
}

const seated = { ...parties, owner: "SYT" };
const inputFor = (pipeline: Pipeline, contentReview = true): CaseInput =>
  inputOf(pipeline, { parties: seated, settings: { contentReview }, campaignId: null });
const stories = fc.array(happening, { minLength: 20, maxLength: 100 });

describe("a second interpreter, told the table and the command, predicts what the engine does", () => {
  it.each([allKinds, ...shippedPipelines].map((pipeline) => [`${pipeline.id}@${pipeline.version}`, pipeline] as const))(
    "on %s",
    (_, pipeline) => {
      fc.assert(
        fc.property(fc.boolean(), stories, (contentReview, story) => tell(inputFor(pipeline, contentReview), story)),
        { numRuns: RUNS / 5 },
      );
    },
    60_000,
  );

  it("on any table that the linter lets through", () => {
    fc.assert(
      fc.property(anyTable, fc.boolean(), stories, (pipeline, contentReview, story) => {
        counted.tables += 1;
        tell(inputFor(pipeline, contentReview), story);
      }),
      { numRuns: RUNS },
    );
  }, 120_000);

  it("and both let many things pass and refuse many, so that agreeing means something", (context) => {
    expect(counted.accepted).toBeGreaterThan(8 * RUNS);
    expect(counted.refused).toBeGreaterThan(2 * RUNS);
    proves(context, {
      "generated tables with a story each": counted.tables,
      "commands predicted": counted.accepted + counted.refused,
    });
  });
});
