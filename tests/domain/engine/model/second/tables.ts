import fc from "fast-check";
import type { Condition, Pipeline, Role, Step, StepId } from "../../../../../domain/engine/index.ts";
import { lintPipeline } from "../../../../../domain/lint/index.ts";

const named = (text: string) => ({ name: { vi: `Bước ${text}`, en: `Step ${text}` } });

/** What chance says of one desk; each kind takes of it what it needs. */
interface Draw {
  kind: "decide" | "opinions" | "lines" | "sign" | "issue" | "branch" | "task" | "await" | "gather" | "submit";
  seat: number;
  two: boolean;
  quorum: boolean;
  survives: "content-change" | "same-content" | undefined;
  concerns: boolean;
  skippable: boolean;
  asks: number;
  backs: number;
  reject: boolean;
  days: number;
  jump: number;
  which: number;
}

const draw: fc.Arbitrary<Draw> = fc.record({
  kind: fc.constantFrom<Draw["kind"]>(
    ...([
      "decide",
      "decide",
      "opinions",
      "lines",
      "sign",
      "issue",
      "branch",
      "task",
      "await",
      "gather",
      "submit",
    ] as const),
  ),
  seat: fc.nat(5),
  two: fc.boolean(),
  quorum: fc.boolean(),
  survives: fc.constantFrom("content-change", "same-content", undefined),
  concerns: fc.boolean(),
  skippable: fc.boolean(),
  asks: fc.nat(15),
  backs: fc.nat(63),
  reject: fc.boolean(),
  days: fc.integer({ min: 0, max: 5 }),
  jump: fc.nat(5),
  which: fc.nat(11),
});

const offices = [
  { party: "owner", roles: ["division-head", "deputy-head"] },
  { party: "department", roles: ["division-head", "deputy-head"] },
  { party: "department", roles: ["specialist", "division-head"] },
  { party: "office", roles: ["specialist", "deputy-head"] },
  { party: "committee", roles: ["vice-chair", "chair"] },
  { party: "finance", roles: ["deputy-head", "division-head"] },
] as const;
const asking = [
  { party: "finance", roles: ["head"] },
  { party: "planning", roles: ["head", "deputy-head"], if: { of: "content", field: "amount", atLeast: 500 } },
  { party: "finance", roles: ["deputy-head"], if: { field: "contentReview", is: true } },
] as const;
const conditions: readonly Condition[] = [
  { of: "content", field: "urgent", is: true },
  { of: "content", field: "amount", atLeast: 400 },
  { of: "content", field: "source", in: ["budget", "fund"] },
  { field: "contentReview", is: true },
];

interface Place {
  id: StepId;
  next: StepId;
  /** Steps before this one at which people sit. */
  before: readonly StepId[];
  /** Steps after this one. */
  after: readonly StepId[];
}

const chosen = <T>(all: readonly T[], bits: number): T[] => all.filter((_, index) => (bits >> index) % 2 === 1);
const deadline = ({ days }: Draw) => (days === 0 ? {} : { deadline: { by: { workingDays: days }, remind: [0] } });
const returning = ({ backs }: Draw, { before }: Place) => {
  const targets = chosen(before, backs);
  return targets.length === 0 ? {} : { return: targets };
};
const clarifying = ({ asks }: Draw, { before }: Place) => {
  const targets = chosen(before, asks);
  return targets.length === 0 ? {} : { clarify: targets };
};
const surviving = ({ survives, concerns }: Draw) =>
  survives === undefined ? {} : { survives, ...(concerns && { concerns: ["I"] }) };
const skipping = ({ skippable }: Draw) => (skippable ? ({ skippable: true } as const) : {});
const holder = ({ seat, two }: Draw) => {
  const { party, roles } = offices[seat % offices.length]!;
  return { party, roles: (two ? roles : roles.slice(0, 1)) as readonly Role[] };
};

function stepFor(d: Draw, place: Place): Step {
  const { id, next, after } = place;
  const base = named(id);
  const rejecting = d.reject ? { reject: "rejected" } : {};
  switch (d.kind) {
    case "submit":
      return {
        ...base,
        kind: "submit",
        by: { party: "owner", roles: ["specialist"] },
        sections: ["I", "II"],
        to: next,
        ...(d.reject && { withdraw: "taken-back" }),
        ...deadline(d),
      };
    case "gather":
      return {
        ...base,
        kind: "gather",
        by: { party: "department", roles: ["specialist"] },
        minimumPercent: d.two ? 50 : 0,
        to: next,
        ...deadline(d),
      };
    case "decide":
      return {
        ...base,
        kind: "decide",
        by: holder(d),
        act: d.which % 2 === 0 ? "approve" : "examine",
        ...(d.quorum && { quorum: 2 }),
        on: { approve: next, ...returning(d, place), ...rejecting },
        ...surviving(d),
        ...clarifying(d, place),
        ...skipping(d),
        ...deadline(d),
      };
    case "sign":
      return {
        ...base,
        kind: "sign",
        by: { party: "committee", roles: d.two ? ["chair", "vice-chair"] : ["vice-chair"] },
        marks: { ...(d.two && { chair: ["own", "TM."] }), "vice-chair": ["KT."] } as never,
        on: { approve: next, ...returning(d, place), ...rejecting },
        ...surviving(d),
        ...clarifying(d, place),
        ...deadline(d),
      };
    case "opinions":
      return {
        ...base,
        kind: "opinions",
        by: { party: "department", roles: ["specialist"] },
        from: [asking[0], ...chosen(asking.slice(1), d.which)] as never,
        noReply: d.quorum ? "waits" : "counts-as-no-objection",
        ...(d.concerns && { amounts: "required" as const }),
        to: next,
        ...returning(d, place),
        ...surviving(d),
        ...clarifying(d, place),
        ...skipping(d),
        ...deadline(d),
      };
    case "lines": {
      const ceiling = (["stop", "warn", "higher-signature"] as const)[d.which % 3]!;
      const higher = ceiling === "higher-signature" ? { higher: after[d.jump % after.length]! } : {};
      const back = d.backs % 2 === 1 && place.before[0] !== undefined ? { clarify: place.before[0] } : {};
      return {
        ...base,
        kind: "lines",
        by: { party: "committee", roles: d.two ? ["chair", "vice-chair"] : ["vice-chair"] },
        ceiling,
        ...(d.concerns && { refers: { vi: "HĐND", en: "Council" } }),
        on: { done: next, ...higher, ...returning(d, place), ...back },
        ...clarifying(d, place),
        ...deadline(d),
      };
    }
    case "issue":
      return {
        ...base,
        kind: "issue",
        by: { party: "office", roles: ["records-clerk"] },
        series: "BC",
        to: next,
        ...returning(d, place),
        ...deadline(d),
      };
    case "branch":
      return {
        ...base,
        kind: "branch",
        when: [{ if: conditions[d.which % conditions.length]!, to: after[d.jump % after.length]! }],
        otherwise: next,
      };
    case "task":
      return { ...base, kind: "task", run: "send", to: next, ...skipping(d) };
    case "await":
      return {
        ...base,
        kind: "await",
        awaits: "consolidated",
        to: next,
        ...(chosen(place.before, d.backs).length > 0 && {
          by: { party: "department", roles: ["specialist"] },
          ...returning(d, place),
        }),
        ...skipping(d),
      };
  }
}

const machines: readonly Draw["kind"][] = ["branch", "task", "await"];

function tableOf(first: Draw, draws: readonly Draw[]): Pipeline {
  const all = [{ ...first, kind: "submit" as const }, ...draws];
  const ids = all.map((_, index) => `s${index}`);
  const steps = all.map((one, index): [StepId, Step] => {
    const before = ids.slice(0, index).filter((_, earlier) => !machines.includes(all[earlier]!.kind));
    const after = [...ids.slice(index + 1), "done"];
    return [ids[index]!, stepFor(one, { id: ids[index]!, next: after[0]!, before, after })];
  });
  const ends: [StepId, Step][] = [
    ["done", { ...named("done"), kind: "end", outcome: "completed" }],
    ["rejected", { ...named("rejected"), kind: "end", outcome: "rejected" }],
    ["taken-back", { ...named("taken-back"), kind: "end", outcome: "withdrawn" }],
  ];
  const used = JSON.stringify(steps);
  const needed = ends.filter(([id]) => id === "done" || used.includes(`"${id}"`));
  return { id: "any", version: 1, ...named("any"), start: "s0", steps: Object.fromEntries([...steps, ...needed]) };
}

const valid = (table: Pipeline): boolean => lintPipeline(table).every(({ severity }) => severity !== "error");

/** Tables that the linter would let through, in every shape that chance makes of the eleven kinds. */
export const anyTable: fc.Arbitrary<Pipeline> = fc
  .tuple(draw, fc.array(draw, { minLength: 1, maxLength: 6 }))
  .map(([first, draws]) => tableOf(first, draws))
  .filter(valid);
