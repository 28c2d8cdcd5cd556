import fc from "fast-check";
import {
  mayUse,
  verbsAt,
  finishTask,
  isReferred,
  isUndecided,
  linesOwed,
  needsExplaining,
  fireTimers,
  nextTimer,
  reachMilestone,
  returnReasons,
  signingForms,
  stepAt,
  taskDue,
  verbRules,
  type Actor,
  type CaseEvent,
  type CaseInput,
  type CaseState,
  type CommandBody,
  type Delegation,
  type LineAmount,
  type Party,
  type Pipeline,
  type Role,
  type Verb,
} from "../../../../domain/engine/index.ts";
import { content, OPENED, person } from "../scenario.ts";

/** One thing that happens to a case: somebody tries a verb, time passes, or the outside reports. */
export type Happening =
  | { kind: "try"; actor: number; verb: Verb; pick: number; blind: boolean }
  | { kind: "wait"; hours: number }
  | { kind: "hear" };

/** A migration changes the very table the walks are about: it has its own tests. */
const verbs = (Object.keys(verbRules) as Verb[]).filter((verb) => !verbRules[verb].elsewhere);

export const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant("try" as const),
      /** Counted round the cast. */
      actor: fc.nat(99),
      verb: fc.constantFrom(...verbs),
      pick: fc.nat(1000),
      blind: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("wait" as const), hours: fc.integer({ min: 1, max: 300 }) }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: "hear" as const }) },
);

const forEver = Date.UTC(2100, 0, 1);

/** Somebody who acts for the holder of a post: rightly, out of scope, too late, under a ceiling, or passed on. */
function delegates({ personId, name, post }: Actor, index: number): Actor[] {
  const given = { delegationId: `d${index}`, personId, name, post, until: forEver };
  const over: Partial<Delegation>[] = [
    {},
    { scope: { verbs: ["approve", "opine"] } },
    { until: OPENED },
    { ceiling: 300 },
    { through: "d0" },
    { from: OPENED + 500 * 3_600_000 },
    { scope: { pipelines: ["another"] } },
  ];
  const hand = person(post.unit, "specialist", `for ${name}`);
  return [{ ...hand, onBehalfOf: { ...given, ...over[index % over.length] } }];
}

/** Two persons in every post a table names, one person in two posts, delegates, administrators and an auditor. */
export function castOf(pipeline: Pipeline, parties: CaseInput["parties"]): Actor[] {
  const posts = new Map<string, Actor>();
  const seat = (party: Party, role: Role): void => {
    const unit = parties[party];
    if (unit === undefined) return;
    for (const name of ["one", "two"])
      posts.set(`${unit}/${role}/${name}`, person(unit, role, `${role}@${unit} ${name}`));
  };
  for (const step of Object.values(pipeline.steps)) {
    if ("by" in step && step.by) for (const role of step.by.roles) seat(step.by.party, role);
    if (step.kind === "opinions") for (const { party, roles } of step.from) for (const role of roles) seat(party, role);
  }
  const holders = [...posts.values()];
  // The next post over, whichever it is: an author may hold the post that decides, a voter another one that votes.
  const many = holders.flatMap((holder, index) => {
    const other = holders[(index + 2) % holders.length];
    return index % 4 === 0 && other ? [{ ...other, personId: holder.personId, name: holder.name }] : [];
  });
  const acting = holders.flatMap((holder, index) => (index % 2 === 0 ? delegates(holder, index / 2) : []));
  const admins = ["a1", "a2"].map((id) => person("SKHCN", "admin", id));
  return [...holders, ...many, ...acting, ...admins, person("SKHCN", "auditor")];
}

const because = "vì có lý do";
const chosen = <T>(list: readonly T[], pick: number): T | undefined =>
  list.length === 0 ? undefined : list[pick % list.length];

/** Facts of a content that sometimes meet each condition of the table and sometimes do not. */
function factsFor({ steps }: Pipeline, pick: number): Record<string, string | number | boolean> {
  const conditions = Object.values(steps).flatMap((step) => {
    if (step.kind === "branch") return step.when.map((arm) => arm.if);
    return step.kind === "opinions" ? step.from.flatMap((from) => from.if ?? []) : [];
  });
  const facts = conditions.map((condition, index): [string, string | number | boolean] => {
    const met = (pick >> index) % 2 === 0;
    if ("atLeast" in condition) return [condition.field, met ? condition.atLeast : condition.atLeast - 1];
    if ("in" in condition) return [condition.field, met ? (condition.in[0] ?? "") : "none of them"];
    return [condition.field, met ? condition.is : condition.is !== true];
  });
  return Object.fromEntries(facts);
}

function frozen(pipeline: Pipeline, pick: number) {
  const text = `text ${pick % 3}`;
  const lines = [1, 2].slice(0, pick % 3).map((n) => ({
    id: `l${n}`,
    requested: 100 * n + (pick % 2),
    source: "IV.1",
    year: 2027,
    branch: n === 1 ? ("regular" as const) : ("investment" as const),
    owner: "SYT",
    digest: `${n}-${pick % 2}`,
  }));
  const drafters = pick % 5 === 0 ? ["division-head@SYT one"] : [];
  return {
    content: { ...content(text), sections: { I: `${pick % 2}` } },
    drafters,
    lines,
    facts: { amount: pick, ...factsFor(pipeline, pick) },
  };
}

const resolution = { number: "15/NQ-HĐND", date: "2026-12-08", issuer: "HĐND tỉnh", abstract: "Phân bổ vốn" };

const unitAsked = (state: CaseState, actor: Actor | undefined): string | undefined =>
  actor?.post.unit ?? state.consulted[0]?.unit;

/** Mostly of the unit's own lines, with a position that fits the amount. */
function opinionsFor(state: CaseState, unit: string | undefined, pick: number): LineAmount[] {
  const own = pick % 11 === 0 || unit === undefined ? state.lines : linesOwed(state, unit);
  return own.map(({ id, requested }, n) => {
    const [position, amount] = (
      [
        ["agree", requested],
        ["agree-with-changes", pick % requested],
        ["object", pick % (requested + 1)],
        ["not-placed", pick % 7 === 0 ? 1 : 0],
      ] as const
    )[(pick + n) % 4]!;
    return { line: id, position, amount, reason: because };
  });
}

const proposalsFor = (state: CaseState, pick: number): LineAmount[] =>
  state.lines
    .filter((line) => pick % 2 === 0 || needsExplaining(line))
    .map(({ id, requested }) => ({ line: id, amount: pick % (requested + 1), reason: because }));

/** A body that fits the verb more often than not; what does not fit must be refused. */
export function bodyOf(input: CaseInput, state: CaseState, verb: Verb, pick: number, actor?: Actor): CommandBody {
  const step = stepAt(input, state.step);
  const targets = "on" in step ? (step.on.return ?? []) : "return" in step ? (step.return ?? []) : [];
  const target = chosen(targets, pick);
  const to = target === undefined ? {} : { to: target };
  const unit = chosen(state.consulted, pick)?.unit ?? "STC";
  const reason = pick % 17 === 0 ? "" : because;
  const code = returnReasons[0];
  switch (verb) {
    case "submit":
      return { verb, ...frozen(input.pipeline, pick) };
    case "freeze":
      return { verb, ...frozen(input.pipeline, pick), included: pick % 4, owing: 4, missing: [] };
    case "return":
      return { verb, code, reason, sections: [], ...to };
    case "reject":
      return { verb, code, reason };
    case "approve":
      return { verb, mark: chosen(signingForms, pick) ?? "own", proposals: proposalsFor(state, pick) };
    case "clarify":
      return { verb, reason };
    case "answer":
    case "comment":
      return { verb, comment: because };
    case "opine":
      return {
        verb,
        position: pick % 3 === 0 ? "object" : "agree",
        comment: because,
        amounts: opinionsFor(state, unitAsked(state, actor), pick),
      };
    case "consult":
      return { verb, unit: pick % 2 === 0 ? "SXD" : unit, roles: ["head"], reason };
    case "unconsult":
      return { verb, unit, reason };
    case "decide-lines": {
      const kinds = ["approve", "approve-in-part", "reject", "clarify", "refer"] as const;
      const open = state.lines.filter((line) => isUndecided(line) || isReferred(line));
      const decisions = open.slice(0, 1 + (pick % 2)).map((line, n) => ({
        line: line.id,
        decision: isReferred(line) ? ("defer" as const) : (kinds[(pick + n) % kinds.length] ?? "reject"),
        reason,
        ...((pick + n) % kinds.length === 1 && { amount: pick % (line.requested + 2) }),
        ...(pick % 3 === 0 && { over: pick }),
      }));
      return { verb, decisions, weighed: true };
    }
    case "resolve-lines": {
      const referred = state.lines.filter((line) => pick % 5 === 0 || isReferred(line)).map(({ id }) => id);
      return { verb, lines: referred.slice(0, 1), resolution };
    }
    case "reassign": {
      const home = chosen(state.consulted, pick)?.unit ?? Object.values(input.parties)[0] ?? "SYT";
      return { verb, to: { unit: home, role: "deputy-head" }, reason };
    }
    case "extend":
      return { verb, dueAt: (state.dueAt ?? 0) + pick * 3_600_000, reason };
    case "issue":
    case "proceed":
    case "confirm-skip":
      return { verb };
    case "retract-question":
    case "withdraw":
    case "retract":
    case "skip":
    case "remind":
      return { verb, reason };
    case "migrate":
      return { verb, order: { target: input.pipeline, renames: {}, timers: "keep" }, reason };
  }
}

/** What the system itself does next, if anything: the timers that are due, the milestone or the work waited for. */
export function ofItself(input: CaseInput, state: CaseState, now: number): CaseEvent | null {
  const step = stepAt(input, state.step);
  const work = taskDue(input, state);
  if (work) return finishTask(input, state, { task: work.task, enteredSeq: work.enteredSeq }, now);
  if (step.kind === "await") return reachMilestone(input, state, { milestone: step.awaits, from: "outside" }, now);
  return null;
}

/** Everything somebody of the cast may do now. */
export const possible = (input: CaseInput, state: CaseState, actors: readonly Actor[], now: number) =>
  verbsAt(input, state.step).flatMap((verb) =>
    actors.filter((actor) => mayUse({ input, state, verb, actor, now }) === null).map((actor) => ({ verb, actor })),
  );

export const timers = { fire: fireTimers, next: nextTimer };
