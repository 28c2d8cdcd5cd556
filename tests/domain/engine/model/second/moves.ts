import type {
  Assignment,
  CaseCommand,
  CaseEvent,
  CaseInput,
  CommandBody,
  Step,
  StepId,
} from "../../../../../domain/engine/index.ts";
import { takes } from "./allowed.ts";
import {
  apart,
  at,
  blank,
  persons,
  right,
  seats,
  stepOf,
  unitsAsked,
  type Amount,
  type Sheet,
  type Signed,
} from "./sheet.ts";
import { askedBy, askedOf, meant } from "./questions.ts";
import { branchOf, forward, waysBack } from "./ways.ts";

/** A case that has just been opened. */
export function begun(input: CaseInput): Sheet {
  const sheet = blank(input);
  enter(sheet, input.pipeline.start);
  return sheet;
}

/** Does an act that is allowed. */
export function act(sheet: Sheet, { actor, body }: CaseCommand): void {
  const left = sheet.step;
  sheet.seq += 1;
  const move = moves[body.verb] as (sheet: Sheet, body: CommandBody, actor: CaseCommand["actor"]) => Move;
  const { to, back = false } = move(sheet, body, actor);
  if (settled.includes(body.verb)) sheet.sent = null;
  if (to === undefined) return;
  if (back) sheet.round += 1;
  enter(sheet, to);
  const sends = sending.includes(body.verb) && !back;
  sheet.sent = sends ? { seq: sheet.seq, step: left, post: right(actor) } : null;
}

/** Something the system did: the work, the milestone waited for, or a timer, which moves nothing. */
export function ofItself(sheet: Sheet, { type }: CaseEvent): void {
  const step = at(sheet);
  sheet.seq += 1;
  if (type !== "task-done" && type !== "milestone-reached") return;
  enter(sheet, (step as Extract<Step, { kind: "task" | "await" }>).to);
  sheet.sent = null;
}

interface Move {
  to?: StepId;
  back?: boolean;
}

/** Somebody at this desk has acted: what was sent to it cannot be taken back. */
const settled: readonly string[] = ["approve", "opine", "decide-lines", "resolve-lines", "clarify"];
const sending: readonly string[] = ["submit", "freeze", "approve", "decide-lines"];

type Moves = {
  [V in CommandBody["verb"]]: (
    sheet: Sheet,
    body: Extract<CommandBody, { verb: V }>,
    actor: CaseCommand["actor"],
  ) => Move;
};

const stay = (): Move => ({});

function close(sheet: Sheet, seq: number | undefined): Move {
  sheet.questions = sheet.questions.filter((one) => one.seq !== seq);
  return {};
}

function postsOf(sheet: Sheet, id: StepId): Assignment[] {
  const step = stepOf(sheet, id);
  if (step.kind === "opinions")
    return unitsAsked(sheet, id).flatMap(({ unit, roles }) => roles.map((role) => ({ unit, role })));
  return "by" in step && step.by ? seats(sheet, step.by) : [];
}

function ask(sheet: Sheet, actor: CaseCommand["actor"], to: Assignment[]): void {
  sheet.questions.push({ seq: sheet.seq, persons: persons(actor), post: right(actor), to });
}

const moves: Moves = {
  submit: (sheet, body, actor) => write(sheet, body, actor),
  freeze: (sheet, body, actor) => write(sheet, body, actor),
  approve: (sheet, { proposals = [] }, actor) => {
    const step = at(sheet) as Extract<Step, { kind: "decide" | "sign" }>;
    sign(sheet, actor, false);
    for (const { line, amount } of step.kind === "decide" && step.proposes ? proposals : [])
      sheet.lines.find(({ id }) => id === line)!.proposed = { seq: sheet.seq, amount };
    const needed = step.kind === "decide" ? (step.quorum ?? 1) : 1;
    return sheet.votes.length >= needed ? { to: step.on.approve } : {};
  },
  return: (sheet, { to }) => goBack(sheet, to ?? waysBack(sheet)[0]),
  reject: (sheet) => ({ to: (at(sheet) as Extract<Step, { kind: "decide" }>).on.reject! }),
  issue: (sheet) => ({ to: (at(sheet) as Extract<Step, { kind: "issue" }>).to }),
  opine: (sheet, { amounts = [], position: overall }, actor) => {
    sign(sheet, actor, true);
    const { unit } = right(actor);
    for (const { line, amount, position = overall } of amounts) {
      const known = sheet.lines.find(({ id }) => id === line)!;
      const others = known.said.filter((one) => one.unit !== unit);
      known.said = [...others, { seq: sheet.seq, unit, amount, position }];
    }
    const asked = sheet.asked.find(({ unit }) => unit === right(actor).unit);
    if (asked) asked.answered = sheet.seq;
    return onceHeard(sheet);
  },
  proceed: (sheet) => ({ to: (at(sheet) as Extract<Step, { kind: "opinions" }>).to }),
  consult: (sheet, { unit, roles }) => {
    sheet.asked.push({ unit, roles, answered: null, ...(apart(at(sheet)) && { branches: [] }) });
    return {};
  },
  unconsult: (sheet, { unit }) => {
    sheet.asked = sheet.asked.filter((one) => one.unit !== unit);
    return onceHeard(sheet);
  },
  "decide-lines": (sheet, { decisions }, actor) => {
    const step = at(sheet) as Extract<Step, { kind: "lines" }>;
    for (const { line, decision, amount = 0, over = 0 } of decisions) {
      const known = sheet.lines.find(({ id }) => id === line)!;
      const granted = decision === "approve" ? known.requested : decision === "approve-in-part" ? amount : 0;
      Object.assign(known, { status: becomes[decision], granted, over, step: sheet.step, seq: sheet.seq });
    }
    const unclear = decisions.filter(({ decision }) => decision === "clarify").map(({ line }) => line);
    if (unclear.length > 0 && step.on.clarify !== undefined) return goBack(sheet, step.on.clarify, true);
    if (unclear.length > 0 && step.asksOwner) {
      const owners = new Set(sheet.lines.flatMap(({ id, owner }) => (owner && unclear.includes(id) ? [owner] : [])));
      const roles = step.asksOwner;
      const theirs = [...owners].flatMap((unit) => roles.map((role) => ({ unit, role })));
      ask(sheet, actor, [...(step.clarify?.[0] ? postsOf(sheet, step.clarify[0]) : []), ...theirs]);
    }
    const to = decidedTo(sheet, sheet.step);
    return to === null ? {} : { to };
  },
  "resolve-lines": (sheet, { lines }) => {
    for (const line of sheet.lines) if (lines.includes(line.id)) open(line);
    return {};
  },
  withdraw: (sheet, _body, actor) => {
    const { seq, to } = takes(sheet, { actor })!;
    for (const one of sheet.signed) if (one.seq === seq) one.void = true;
    for (const line of sheet.lines) if (line.seq !== undefined && line.seq === seq) open(line);
    for (const one of sheet.asked) if (one.answered === seq) one.answered = null;
    sheet.votes = sheet.votes.filter((one) => one !== seq);
    if (to === undefined) return {};
    if (seq === undefined) return { to };
    enter(sheet, to, (one) => one.round === sheet.round);
    sheet.sent = null;
    return {};
  },
  clarify: (sheet, { to }, actor) => {
    const step = at(sheet) as Extract<Step, { kind: "decide" }>;
    ask(sheet, actor, postsOf(sheet, to ?? step.clarify![0]!));
    return {};
  },
  answer: (sheet, { question }, actor) => close(sheet, meant(askedOf(sheet, actor), question)?.seq),
  "retract-question": (sheet, { question }, actor) => close(sheet, meant(askedBy(sheet, actor), question)?.seq),
  retract: (sheet) => goBack(sheet, at(sheet).retract?.to),
  comment: stay,
  remind: stay,
  extend: stay,
  reassign: (sheet, { to }) => {
    sheet.assigned = to;
    for (const one of at(sheet).kind === "opinions" ? sheet.asked : []) if (one.unit === to.unit) one.assigned = to;
    return {};
  },
  skip: (sheet, _body, actor) => {
    sheet.proposedBy = persons(actor);
    return {};
  },
  "confirm-skip": (sheet) => {
    const step = at(sheet);
    return { to: step.kind === "decide" ? step.on.approve : (step as Extract<Step, { kind: "task" }>).to };
  },
  migrate: stay,
};

const becomes = {
  approve: "approved",
  "approve-in-part": "approved-in-part",
  reject: "rejected",
  clarify: "to-clarify",
  refer: "referred",
  defer: "deferred",
} as const;

const open = (line: Amount): void => {
  Object.assign(line, { status: "open", granted: 0, over: 0 });
  delete line.step;
  delete line.seq;
};

function sign(sheet: Sheet, actor: CaseCommand["actor"], opinion: boolean): void {
  const { seq, step, round, content } = sheet;
  const hash = content?.hash ?? "";
  sheet.signed.push({ seq, step, round, persons: persons(actor), unit: right(actor).unit, hash, opinion, void: false });
  sheet.votes.push(seq);
}

const onceHeard = (sheet: Sheet): Move => {
  const waits = sheet.asked.some(({ answered }) => answered === null);
  return waits ? {} : { to: (at(sheet) as Extract<Step, { kind: "opinions" }>).to };
};

/** Every line has its final decision, given at that step; null = not yet. */
function decidedTo({ input, lines }: Sheet, id: StepId): StepId | null {
  const step = input.pipeline.steps[id] as Extract<Step, { kind: "lines" }>;
  const done = lines.every(
    (line) => /^(approved|approved-in-part|rejected|deferred)$/.test(line.status) && line.step === id,
  );
  if (!done) return null;
  const above = step.ceiling === "higher-signature" && lines.some(({ over }) => over > 0);
  return above ? (step.on.higher ?? step.on.done) : step.on.done;
}

/** A return voids what was signed at its target and at all that comes again after it, except what survives. */
function goBack(sheet: Sheet, to: StepId | undefined, keepsLines = false): Move {
  const target = land(sheet, to!).aim;
  const again = forward(sheet, target);
  for (const one of sheet.signed) {
    const survives = one.step !== target && survivalOf(sheet, one.step) !== undefined;
    if (again.has(one.step) && !survives) one.void = true;
  }
  if (!keepsLines) sheet.lines.forEach(open);
  sheet.sent = null;
  return { to: to!, back: true };
}

const survivalOf = (sheet: Sheet, id: StepId): string | undefined => {
  const step = stepOf(sheet, id);
  return "survives" in step ? step.survives : undefined;
};

const proposedOf = (line: Amount | undefined): Pick<Amount, "proposed"> =>
  line?.proposed ? { proposed: line.proposed } : {};

function write(
  sheet: Sheet,
  body: Extract<CommandBody, { verb: "submit" | "freeze" }>,
  actor: CaseCommand["actor"],
): Move {
  const { content, drafters, facts = {}, lines = [] } = body;
  const step = at(sheet) as Extract<Step, { kind: "submit" | "gather" }>;
  for (const id of [...persons(actor), ...drafters]) sheet.authors.add(id);
  const again = forward(sheet, sheet.step);
  for (const one of sheet.signed) if (again.has(one.step) && falls(sheet, one, content)) one.void = true;
  sheet.content = content;
  sheet.facts = facts;
  sheet.lines = lines.map((line) => {
    const known = sheet.lines.find(
      (old) =>
        old.digest !== undefined &&
        ["id", "requested", "source", "year", "digest"].every((key) => old[key as "id"] === line[key as "id"]),
    );
    const keeps = known && known.status !== "open" && known.status !== "to-clarify";
    return keeps
      ? known
      : { ...line, status: "open", granted: 0, over: 0, said: known?.said ?? [], ...proposedOf(known) };
  });
  return { to: step.to };
}

/** Of the survivors, those that stood for something that is now different. */
function falls(sheet: Sheet, one: Signed, after: NonNullable<Sheet["content"]>): boolean {
  const step = stepOf(sheet, one.step);
  const survives = survivalOf(sheet, one.step);
  if (survives !== "same-content" || one.hash === after.hash) return false;
  const concerns = "concerns" in step ? step.concerns : undefined;
  const [old, now] = [sheet.content?.sections, after.sections];
  return !(concerns && old && now && concerns.every((section) => old[section] === now[section]));
}

const standing = (sheet: Sheet, id: StepId): Signed[] =>
  survivalOf(sheet, id) === undefined ? [] : sheet.signed.filter((one) => one.step === id && !one.void);

/** From a step, through branches and over what has nothing to be done, to the desk where the case rests. */
function land(sheet: Sheet, from: StepId): { aim: StepId; rests: StepId } {
  let aim: StepId | null = null;
  const passed = new Set<StepId>();
  for (let id = from; ;) {
    const step = stepOf(sheet, id);
    if (step.kind === "branch") {
      id = branchOf(sheet, step);
      continue;
    }
    aim ??= id;
    const next = passes(sheet, id);
    if (next === null || passed.has(id)) return { aim, rests: id };
    passed.add(id);
    id = next;
  }
}

function passes(sheet: Sheet, id: StepId): StepId | null {
  const step = stepOf(sheet, id);
  if (step.kind === "decide" || step.kind === "sign") {
    const needed = step.kind === "decide" ? (step.quorum ?? 1) : 1;
    return standing(sheet, id).length >= needed ? step.on.approve : null;
  }
  if (step.kind === "opinions") {
    const heard = standing(sheet, id).map(({ unit }) => unit);
    return unitsAsked(sheet, id).every(({ unit }) => heard.includes(unit)) ? step.to : null;
  }
  return step.kind === "lines" ? decidedTo(sheet, id) : null;
}

/** `counts`: which signatures of the step are votes already; on the usual way those that survived. */
function enter(sheet: Sheet, to: StepId, counts?: (one: Signed) => boolean): void {
  const rests = counts ? to : land(sheet, to).rests;
  const step = stepOf(sheet, rests);
  const given = counts
    ? sheet.signed.filter((one) => one.step === rests && !one.void && counts(one))
    : standing(sheet, rests);
  sheet.step = rests;
  sheet.ended = step.kind === "end";
  sheet.votes = given.map(({ seq }) => seq);
  sheet.asked = unitsAsked(sheet, rests).map((one) => {
    const heard = standing(sheet, rests).findLast(({ unit }) => unit === one.unit);
    return heard ? { ...one, answered: heard.seq } : one;
  });
  if (step.kind === "lines") for (const line of sheet.lines) if (line.step !== rests) open(line);
  sheet.assigned = null;
  sheet.questions = [];
  sheet.proposedBy = null;
}
