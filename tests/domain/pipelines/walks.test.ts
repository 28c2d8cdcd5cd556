import { describe, expect, it } from "vitest";
import {
  apply,
  decide,
  fireTimers,
  openCase,
  reachMilestone,
  stepAt,
  verifyChain,
  type Actor,
  type CaseInput,
  type CaseState,
  type Verb,
} from "../../../domain/engine/index.ts";
import { shippedPipelines } from "../../../domain/pipelines/index.ts";
import { parties } from "../engine/all-kinds.ts";
import { bodyOf, castOf, ofItself, possible } from "../engine/model/walk.ts";
import { inputOf, OPENED } from "../engine/scenario.ts";
import { proves } from "../../support/prove.ts";

/** The same walks every time: what fails here fails again. */
function dice(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Talk and administration lead nowhere; they are walked through in the model tests. */
const aside: readonly Verb[] = ["comment", "remind", "reassign", "extend", "clarify", "answer"];
const wayBack: readonly Verb[] = ["return", "withdraw", "retract"];

interface Walk {
  /** With which the very same walk is taken again. */
  seed: number;
  ended: boolean;
  visited: Set<string>;
  chain: boolean;
}

function act(input: CaseInput, state: CaseState, actors: readonly Actor[], now: number, roll: (n: number) => number) {
  const all = possible(input, state, actors, now).filter(({ verb }) => !aside.includes(verb));
  const onward = all.filter(({ verb }) => !wayBack.includes(verb));
  // Four of five acts go on, so that a walk comes to an end although any desk may send it back.
  const able = onward.length > 0 && roll(5) > 0 ? onward : all;
  const chosen = able[roll(able.length)];
  if (!chosen) return null;
  const { verb, actor } = chosen;
  const expected = { step: state.step, round: state.round, contentHash: state.content?.hash ?? null };
  const body = bodyOf(input, state, verb, 1 + roll(900), actor);
  const decision = decide(input, state, { id: `c${state.seq}`, actor, expected, body, knownSeq: state.seq }, now);
  return decision.ok ? apply(input, state, decision.event) : null;
}

/** The decision of a round, as it answers a request that waits for it. */
function answered(input: CaseInput, state: CaseState, now: number, roll: (n: number) => number) {
  const step = stepAt(input, state.step);
  if (step.kind !== "await" || step.awaits !== "published") return null;
  const status = (["approved", "rejected", "deferred"] as const)[roll(3)] ?? "rejected";
  const lines = state.lines.map(({ id, requested }) => ({
    line: id,
    status,
    amount: status === "approved" ? requested : 0,
  }));
  return reachMilestone(input, state, { milestone: "published", from: "x", answer: { document: "1/QĐ", lines } }, now);
}

function walk(input: CaseInput, actors: readonly Actor[], seed: number): Walk {
  const roll = dice(seed);
  let { state, event } = openCase(input, OPENED);
  const events = [event];
  const visited = new Set([state.step]);
  let now = OPENED;
  for (let turn = 0; turn < 600 && state.outcome === null; turn += 1) {
    now += roll(10) * 3_600_000;
    const over = roll(60) === 0 ? reachMilestone(input, state, { milestone: "over", from: "outside" }, now) : null;
    const told = roll(4) === 0 ? answered(input, state, now, roll) : null;
    const own = told ?? (roll(2) === 0 ? (fireTimers(input, state, now) ?? ofItself(input, state, now)) : over);
    const next = own ? apply(input, state, own) : act(input, state, actors, now, roll);
    if (!next) continue;
    ({ state, event } = next);
    events.push(event);
    visited.add(state.step);
  }
  return { seed, ended: state.outcome !== null, visited, chain: verifyChain(events).ok };
}

describe.each(shippedPipelines.map((pipeline) => [`${pipeline.id}@${pipeline.version}`, pipeline] as const))(
  "random walks through %s",
  (_, pipeline) => {
    const settings = [true, false].map((contentReview) =>
      inputOf(pipeline, { parties: { ...parties, owner: "SYT" }, settings: { contentReview } }),
    );

    it("all come to an end, and together visit every step and every end", (context) => {
      const walks = settings.flatMap((input) => {
        const actors = castOf(pipeline, input.parties);
        return Array.from({ length: 100 }, (_item, seed) => walk(input, actors, seed));
      });
      proves(context, { "random walks through the shipped tables": walks.length });
      expect(walks.filter(({ ended }) => !ended)).toEqual([]);
      expect(walks.every(({ chain }) => chain)).toBe(true);
      const resting = Object.keys(pipeline.steps).filter((id) => stepAt(settings[0]!, id).kind !== "branch");
      const visited = new Set(walks.flatMap((each) => [...each.visited]));
      expect(resting.filter((id) => !visited.has(id))).toEqual([]);
    }, 60_000);
  },
);
