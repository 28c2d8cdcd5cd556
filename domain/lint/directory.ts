import type { LocalDate } from "../calendar/local-time.ts";
import type { CaseInput, PostRef } from "../engine/case.ts";
import type { Condition, Pipeline, Step, StepId } from "../engine/pipeline.ts";
import { deadlineOf } from "../engine/steps.ts";
import { edgesOf, notBack, stepNamed, stepsOf, writersBefore } from "./edges.ts";
import { finding, type DirectoryFinding } from "./finding.ts";
import { decides, quorumOf, seatsOf, type Seat } from "./people.ts";

/** Who holds which post, as the directory has it. `to` is exclusive; null is open. */
export interface HeldPost extends PostRef {
  personId: string;
  from: LocalDate;
  to: LocalDate | null;
}

export const isHeld = ({ from, to }: HeldPost, day: LocalDate): boolean => from <= day && (to === null || to > day);

/** Which units would sit in a case, and with which settings it would be opened. */
export interface Seating {
  parties: CaseInput["parties"];
  settings: CaseInput["settings"];
}

/** Whether today's people could take a case through the table: asked every night, before a case finds out. */
export function lintAgainstDirectory(
  pipeline: Pipeline,
  seating: Seating,
  posts: readonly HeldPost[],
  today: LocalDate,
): DirectoryFinding[] {
  const held = posts.filter((post) => isHeld(post, today));
  const onTheWay = stepsOnTheWay(pipeline, seating.settings);
  return stepsOf(pipeline)
    .filter(([id]) => onTheWay.has(id))
    .flatMap(([id, step]) => {
      const seats = seatsOf(step).filter((seat) => step.kind !== "await" && seat.roles.length > 0);
      const empty = seats.flatMap((seat) => emptySeat(id, step, seat, { seating, held }));
      const people = { seating, held };
      const able = empty.length > 0 ? empty : deciderFindings(pipeline, id, step, people);
      return [...able, ...escalationFindings(id, step, people)];
    });
}

interface People {
  seating: Seating;
  held: readonly HeldPost[];
}

const holdersIn = ({ seating, held }: People, { party, roles }: Pick<Seat, "party" | "roles">): Set<string> => {
  const unit = seating.parties[party];
  return new Set(held.filter((post) => post.unit === unit && roles.includes(post.role)).map((post) => post.personId));
};

/** A unit whose opinion is asked may be absent: nobody is asked then (a unit that sits nowhere is passed over). */
function emptySeat(id: StepId, step: Step, seat: Seat, people: People): DirectoryFinding[] {
  const unit = people.seating.parties[seat.party];
  const asked = step.kind === "opinions" && seat.field !== "by";
  if (unit === undefined) return asked ? [] : [finding("party-not-seated", id, seat.field, { party: seat.party })];
  if (holdersIn(people, seat).size > 0) return [];
  return [finding("nobody-holds-post", id, seat.field, { unit, roles: seat.roles })];
}

/** Nobody would hear that the step is overdue; the case itself goes on. */
function escalationFindings(id: StepId, step: Step, people: People): DirectoryFinding[] {
  return escalatedTo(step).flatMap((to) => {
    const unit = people.seating.parties[to.party];
    if (unit === undefined || to.roles.length === 0 || holdersIn(people, to).size > 0) return [];
    return [finding("nobody-to-escalate-to", id, "deadline.escalate.to", { unit, roles: to.roles })];
  });
}

/** Posts an escalation goes to; those in the units asked, where it is told in each unit that is awaited. */
function escalatedTo(step: Step): readonly Pick<Seat, "party" | "roles">[] {
  const to = deadlineOf(step)?.escalate?.to;
  if (!to) return [];
  if (!("asked" in to)) return [to];
  return step.kind === "opinions" ? step.from.map(({ party }) => ({ party, roles: to.asked })) : [];
}

/** Whoever wrote the content neither decides on it nor gives an opinion. */
function deciderFindings(pipeline: Pipeline, id: StepId, step: Step, people: People): DirectoryFinding[] {
  if (decides(step)) return seatFindings(pipeline, id, { ...step.by, field: "by", quorum: quorumOf(step) }, people);
  const asked = step.kind === "opinions" ? seatsOf(step).filter(({ field }) => field !== "by") : [];
  return asked.flatMap((seat) => seatFindings(pipeline, id, { ...seat, quorum: 1 }, people));
}

type Deciding = Seat & { quorum: number };

function seatFindings(pipeline: Pipeline, id: StepId, seat: Deciding, people: People): DirectoryFinding[] {
  const { field, quorum, roles } = seat;
  const able = holdersIn(people, seat);
  const unit = people.seating.parties[seat.party];
  if (unit === undefined) return [];
  if (able.size < quorum)
    return [finding("quorum-above-holders", id, field, { unit, roles, quorum, holders: able.size })];
  const blocked = writersBefore(pipeline, id).find(([, { by }]) => {
    const authors = [...holdersIn(people, by)];
    return authors.length > 0 && authors.every((author) => able.size - (able.has(author) ? 1 : 0) < quorum);
  });
  return blocked ? [finding("only-holder-is-author", id, field, { unit, roles, author: blocked[0] })] : [];
}

/** A condition on the content may turn out either way; one on the settings is known at the opening. */
const mayHold = (condition: Condition, settings: Seating["settings"]): boolean => {
  if (condition.of === "content") return true;
  const value = settings[condition.field];
  if ("is" in condition) return value === condition.is;
  if ("in" in condition) return typeof value === "string" && condition.in.includes(value);
  return typeof value === "number" && value >= condition.atLeast;
};

function stepsOnTheWay(pipeline: Pipeline, settings: Seating["settings"]): Set<StepId> {
  const way = new Set<StepId>();
  const open = [pipeline.start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const step = stepNamed(pipeline, id);
    if (!step || way.has(id)) continue;
    way.add(id);
    open.push(...nextOf(step, settings));
  }
  return way;
}

function nextOf(step: Step, settings: Seating["settings"]): StepId[] {
  // A return leads only to desks that the way has passed.
  if (step.kind !== "branch")
    return edgesOf(step)
      .filter(notBack)
      .map(({ to }) => to);
  const certain = step.when.findIndex((arm) => arm.if.of !== "content" && mayHold(arm.if, settings));
  const open = step.when.slice(0, certain < 0 ? undefined : certain + 1).filter((arm) => mayHold(arm.if, settings));
  return [...open.map((arm) => arm.to), ...(certain < 0 ? [step.otherwise] : [])];
}
