import type { Awaited, Deadline, Holder, Pipeline, Step, StepId } from "../engine/pipeline.ts";
import { deadlineOf } from "../engine/steps.ts";
import { edgesOf, stepNamed, stepsOf } from "./edges.ts";
import { finding, type Finding } from "./finding.ts";
import { seatsOf } from "./people.ts";

/** A case's own term (a date in a document) is at most a year ahead. */
const LONGEST_TERM_DAYS = 366;

export interface DeadlineOptions {
  /** Working days between the opening of a case and its own due date, where they are known. */
  caseTerm?: number;
}

export function lintDeadlines(pipeline: Pipeline, options: DeadlineOptions = {}): Finding[] {
  const own = stepsOf(pipeline).flatMap(([id, step]) => {
    const deadline = deadlineOf(step);
    return deadline ? [...termFindings(id, deadline), ...escalationFindings(id, step, deadline)] : [];
  });
  return [...own, ...partsFindings(pipeline, options)];
}

/** Most calendar days that so many working days can take in weeks without holidays. */
const spanOf = (workingDays: number): number => workingDays + 2 * Math.ceil(workingDays / 5);

function termFindings(id: StepId, { by, rework, remind }: Deadline): Finding[] {
  const found: Finding[] = [];
  const days = by === "case" ? null : by.workingDays;
  if (days !== null && !(days > 0)) found.push(finding("term-empty", id, "deadline.by.workingDays", { days }));
  if (rework !== undefined && !(rework > 0)) {
    found.push(finding("term-empty", id, "deadline.rework", { days: rework }));
  }
  const span = days === null ? LONGEST_TERM_DAYS : spanOf(days);
  remind.forEach((day, index) => {
    const field = `deadline.remind.${index}`;
    if (day < 0 || day > span) found.push(finding("reminder-outside-term", id, field, { days: day, span }));
    if (remind.indexOf(day) < index) found.push(finding("reminder-twice", id, field, { days: day }));
  });
  return found;
}

function escalationFindings(id: StepId, step: Step, { escalate }: Deadline): Finding[] {
  if (!escalate) return [];
  const { after, to } = escalate;
  const found = after.flatMap((days, index): Finding[] => {
    const field = `deadline.escalate.after.${index}`;
    return [
      ...(days < 1 ? [finding("escalation-too-soon", id, field, { days })] : []),
      ...(after.indexOf(days) < index ? [finding("escalation-twice", id, field, { days })] : []),
    ];
  });
  return [...found, ...("asked" in to ? askedFindings(id, step, to) : aboveFindings(id, step, to))];
}

function aboveFindings(id: StepId, step: Step, { party, roles }: Holder): Finding[] {
  if (roles.length === 0) return [finding("holder-empty", id, "deadline.escalate.to.roles", {})];
  const above = roles.some((role) => !seatsOf(step).some((seat) => seat.party === party && seat.roles.includes(role)));
  return above ? [] : [finding("escalation-to-holder", id, "deadline.escalate.to", {})];
}

/** Only opinions are asked of units that may each be late. */
function askedFindings(id: StepId, step: Step, { asked }: Awaited): Finding[] {
  if (asked.length === 0) return [finding("holder-empty", id, "deadline.escalate.to.asked", {})];
  return step.kind === "opinions" ? [] : [finding("escalation-to-nobody", id, "deadline.escalate.to", {})];
}

interface Way {
  days: number;
  steps: StepId[];
}

/** The working days the desks may take, if each uses all of its own, up to where the duty is fulfilled. */
function longestWay(pipeline: Pipeline, id: StepId, seen: readonly StepId[]): Way {
  const step = stepNamed(pipeline, id);
  if (!step || seen.includes(id) || step.fulfilsDuty) return { days: 0, steps: [] };
  const ahead = edgesOf(step)
    .filter(({ way }) => way === "onward")
    .map(({ to }) => longestWay(pipeline, to, [...seen, id]));
  const longest = ahead.reduce((most, way) => (way.days > most.days ? way : most), { days: 0, steps: [] as StepId[] });
  const by = deadlineOf(step)?.by;
  const own = by === undefined || by === "case" ? 0 : by.workingDays;
  return { days: own + longest.days, steps: own > 0 ? [id, ...longest.steps] : longest.steps };
}

function partsFindings(pipeline: Pipeline, { caseTerm }: DeadlineOptions): Finding[] {
  const fulfilled = stepsOf(pipeline).some(([, step]) => step.fulfilsDuty);
  if (caseTerm === undefined || !fulfilled) return [];
  const { days: parts, steps: way } = longestWay(pipeline, pipeline.start, []);
  return parts > caseTerm ? [finding("term-shorter-than-parts", null, "steps", { term: caseTerm, parts, way })] : [];
}
