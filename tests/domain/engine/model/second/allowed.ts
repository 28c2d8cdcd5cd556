import type { CaseCommand, Step, StepId, Verb } from "../../../../../domain/engine/index.ts";
import { allowedBody } from "./allowed-body.ts";
import { acting, at, isOne, persons, recording, right, seats, type Sheet } from "./sheet.ts";
import { askedBy, askedOf } from "./questions.ts";
import { tableReturns } from "./ways.ts";

type Kind = Step["kind"];

const people: readonly Kind[] = ["submit", "gather", "decide", "opinions", "sign", "issue", "lines"];
const has = (step: Step, key: string): boolean =>
  key in step && (step as unknown as Record<string, unknown>)[key] !== undefined;

/** Where a verb exists. */
const exists: Record<Verb, (step: Step) => boolean> = {
  submit: ({ kind }) => kind === "submit",
  freeze: ({ kind }) => kind === "gather",
  approve: ({ kind }) => kind === "decide" || kind === "sign",
  return: (step) => tableReturns(step).length > 0,
  reject: (step) => "on" in step && "reject" in step.on && step.on.reject !== undefined,
  issue: ({ kind }) => kind === "issue",
  opine: ({ kind }) => kind === "opinions",
  proceed: (step) => step.kind === "opinions" && step.noReply === "counts-as-no-objection",
  consult: ({ kind }) => kind === "opinions",
  unconsult: ({ kind }) => kind === "opinions",
  "decide-lines": ({ kind }) => kind === "lines",
  "resolve-lines": (step) => step.kind === "lines" && has(step, "refers"),
  withdraw: ({ kind }) => people.includes(kind) || kind === "await",
  clarify: (step) => "clarify" in step && (step.clarify ?? []).length > 0,
  answer: (step) => "clarify" in step && (step.clarify ?? []).length > 0,
  retract: (step) => has(step, "retract"),
  "retract-question": (step) => "clarify" in step && (step.clarify ?? []).length > 0,
  comment: ({ kind }) => kind !== "end",
  reassign: ({ kind }) => people.includes(kind),
  remind: ({ kind }) => people.includes(kind),
  extend: (step) => has(step, "deadline"),
  skip: (step) => has(step, "skippable"),
  "confirm-skip": (step) => has(step, "skippable"),
  migrate: () => false,
};

const deciding: readonly Verb[] = [
  "approve",
  "return",
  "reject",
  "opine",
  "decide-lines",
  "clarify",
  "skip",
  "confirm-skip",
];
const administrators: readonly Verb[] = ["reassign", "extend", "skip", "confirm-skip"];
const coordinators: readonly Verb[] = ["proceed", "consult", "unconsult"];

function isTheirs(sheet: Sheet, { actor, body }: CaseCommand): boolean {
  const { verb } = body;
  const step = at(sheet);
  const { unit, role } = right(actor);
  const department = unit === sheet.input.parties.department && role !== "auditor";
  if (administrators.includes(verb)) return role === "admin";
  if (verb === "remind") return role === "admin" || department;
  if (verb === "answer") return askedOf(sheet, actor).length > 0;
  if (verb === "retract-question") return askedBy(sheet, actor).length > 0;
  if (verb === "retract") return step.retract !== undefined && isOne(actor, seats(sheet, step.retract.by));
  if (verb === "resolve-lines") return isOne(actor, [...acting(sheet), ...recording(sheet)]);
  if (verb === "withdraw") return takes(sheet, { actor }) !== null;
  if (verb === "comment") return role !== "auditor" && seated(sheet).includes(unit);
  const coordinates = coordinators.includes(verb) || (verb === "return" && step.kind === "opinions");
  return coordinates
    ? "by" in step && step.by !== undefined && isOne(actor, seats(sheet, step.by))
    : isOne(actor, acting(sheet));
}

const seated = ({ input, asked, signed }: Sheet): string[] => [
  ...Object.entries(input.parties)
    .filter(([party]) => JSON.stringify(input.pipeline.steps).includes(`"party":"${party}"`))
    .map(([, unit]) => unit),
  ...asked.map(({ unit }) => unit),
  ...signed.filter(({ opinion }) => opinion).map(({ unit }) => unit),
];

/** What a withdrawal would take back: what was sent here, one's own vote, or at the author's desk the whole request. */
export function takes(sheet: Sheet, { actor }: Pick<CaseCommand, "actor">): { seq?: number; to?: StepId } | null {
  const { sent, votes, signed } = sheet;
  if (sent && isOne(actor, [sent.post])) return { seq: sent.seq, to: sent.step };
  const own = signed.find((one) => votes.includes(one.seq) && one.persons.some((id) => persons(actor).includes(id)));
  if (own) return { seq: own.seq };
  const step = at(sheet);
  const whole = !sent && step.kind === "submit" && step.withdraw !== undefined && isOne(actor, acting(sheet));
  return whole ? { to: step.withdraw! } : null;
}

function mayDelegate(sheet: Sheet, { actor, body }: CaseCommand, now: number): boolean {
  const given = actor.onBehalfOf;
  if (!given) return true;
  const { from = 0, until, scope = {}, ceiling } = given;
  const worth =
    typeof sheet.facts.amount === "number" ? sheet.facts.amount : sum(sheet.lines.map((one) => one.requested));
  const inScope =
    (scope.verbs ?? [body.verb]).includes(body.verb) &&
    (scope.pipelines ?? [sheet.input.pipeline.id]).includes(sheet.input.pipeline.id) &&
    (scope.cases ?? [sheet.input.caseId]).includes(sheet.input.caseId);
  const tooMuch = body.verb === "approve" && ceiling !== undefined && worth > ceiling;
  return now >= from && now < until && given.through === undefined && inScope && !tooMuch;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** One person, one vote in a stay; one unit, one opinion. */
function votesTwice({ signed, votes }: Sheet, { actor, body }: CaseCommand): boolean {
  const given = signed.filter(({ seq }) => votes.includes(seq));
  const same = given.some((one) => one.persons.some((id) => persons(actor).includes(id)));
  if (body.verb === "approve") return same;
  return body.verb === "opine" && (same || given.some(({ unit }) => unit === right(actor).unit));
}

const isFresh = ({ step, round, content }: Sheet, { expected }: CaseCommand): boolean =>
  expected.step === step && expected.round === round && expected.contentHash === (content?.hash ?? null);

/** Whether the act may be done. `dueAt` is the engine's own: dates have their own tests. */
export function allowed(sheet: Sheet, command: CaseCommand, clock: { now: number; dueAt: number | null }): boolean {
  const { actor, body } = command;
  const four = deciding.includes(body.verb) && persons(actor).some((id) => sheet.authors.has(id));
  return (
    !sheet.ended &&
    isFresh(sheet, command) &&
    exists[body.verb](at(sheet)) &&
    mayDelegate(sheet, command, clock.now) &&
    !votesTwice(sheet, command) &&
    isTheirs(sheet, command) &&
    !four &&
    allowedBody(sheet, command, clock)
  );
}
