import type { Pipeline, Step, StepId } from "../engine/pipeline.ts";
import { hashOf } from "../engine/seal.ts";

/** What a reader asks about a step; every field of a step belongs to one of them. */
export const aspects = ["name", "kind", "who", "term", "ways", "marks"] as const;
export type Aspect = (typeof aspects)[number];

export type Difference =
  | { kind: "renamed" }
  | { kind: "start"; before: StepId; after: StepId }
  | { kind: "added"; step: StepId }
  | { kind: "removed"; step: StepId }
  | { kind: "changed"; step: StepId; aspects: Aspect[] };

const fieldsOf: Readonly<Record<Exclude<Aspect, "marks">, readonly string[]>> = {
  name: ["name"],
  kind: ["kind"],
  who: ["by", "from", "quorum", "of"],
  term: ["deadline"],
  ways: ["to", "on", "return", "when", "otherwise", "withdraw"],
};
const named = new Set(Object.values(fieldsOf).flat());

const part = (step: Step, keep: (field: string) => boolean): Record<string, unknown> =>
  Object.fromEntries(Object.entries(step).filter(([field, value]) => keep(field) && value !== undefined));

/** The fields of a step that answer one question about it; `marks` is whatever no other question asks for. */
const partOf = (step: Step, aspect: Aspect): Record<string, unknown> =>
  part(step, (field) => (aspect === "marks" ? !named.has(field) : fieldsOf[aspect].includes(field)));

const changedAspects = (before: Step, after: Step): Aspect[] =>
  aspects.filter((aspect) => hashOf(partOf(before, aspect)) !== hashOf(partOf(after, aspect)));

/** What a table changes against the one it was made from, in the order in which the new one states its steps. */
export function differencesOf(before: Pipeline, after: Pipeline): Difference[] {
  const had = (id: StepId): Step | undefined => (Object.hasOwn(before.steps, id) ? before.steps[id] : undefined);
  const steps = Object.entries(after.steps).flatMap(([id, step]): Difference[] => {
    const old = had(id);
    if (!old) return [{ kind: "added", step: id }];
    const changed = changedAspects(old, step);
    return changed.length > 0 ? [{ kind: "changed", step: id, aspects: changed }] : [];
  });
  const removed = Object.keys(before.steps).filter((id) => !Object.hasOwn(after.steps, id));
  return [
    ...(hashOf(before.name) === hashOf(after.name) ? [] : [{ kind: "renamed" } as const]),
    ...(before.start === after.start ? [] : [{ kind: "start", before: before.start, after: after.start } as const]),
    ...steps,
    ...removed.map((step) => ({ kind: "removed", step }) as const),
  ];
}

/** Steps of an older table that a newer one does not have: a case there must be told which step it goes on at. */
export const stepsLost = (before: Pipeline, after: Pipeline): StepId[] =>
  Object.entries(before.steps)
    .filter(([id, { kind }]) => kind !== "end" && kind !== "branch" && !Object.hasOwn(after.steps, id))
    .map(([id]) => id);
