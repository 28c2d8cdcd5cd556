import type { CaseCommand, LineAmount, LineDecision, Resolution, Step } from "../../../../../domain/engine/index.ts";
import { marksFor } from "./marks.ts";
import { askedBy, askedOf, asksAlready, meant } from "./questions.ts";
import { apart, at, counts, disputed, right, type Sheet } from "./sheet.ts";
import { waysBack } from "./ways.ts";

const said = (text: string | undefined): boolean => (text ?? "").trim() !== "";
const once = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const whole = (amount: number): boolean => Number.isInteger(amount) && amount >= 0;

interface Clock {
  now: number;
  dueAt: number | null;
}

/** What is written into the act. */
export function allowedBody(sheet: Sheet, { actor, body }: CaseCommand, { now, dueAt }: Clock): boolean {
  const step = at(sheet);
  switch (body.verb) {
    case "submit":
      return true;
    case "freeze": {
      const least = step.kind === "gather" ? step.minimumPercent : 0;
      const enough = body.included * 100 >= body.owing * least;
      return enough && body.missing.every(({ reason }) => said(reason)) && fitsList(step, body.lines?.length ?? 0);
    }
    case "approve":
      if (step.kind === "decide" && step.proposes) return proposes(sheet, body.proposals ?? []);
      return step.kind !== "sign" || marksFor(step, actor, body.mark) !== null;
    case "return": {
      const ways = waysBack(sheet);
      return ways.length > 0 && said(body.reason) && (body.to === undefined || ways.includes(body.to));
    }
    case "reject":
    case "withdraw":
    case "retract":
    case "remind":
      return said(body.reason);
    case "issue":
      return true;
    case "opine":
      return opines(sheet, body, right(actor).unit);
    case "proceed":
      return dueAt !== null && now >= dueAt;
    case "consult": {
      const fit = body.roles.length > 0 && body.roles.every((role) => role !== "admin" && role !== "auditor");
      return fit && said(body.reason) && !sheet.asked.some(({ unit }) => unit === body.unit);
    }
    case "unconsult":
      return said(body.reason) && sheet.asked.length > 1 && awaits(sheet, body.unit);
    case "decide-lines":
      if (step.kind !== "lines" || body.weighed !== true) return false;
      if (step.asksOwner && asksAlready(sheet, actor) && body.decisions.some(({ decision }) => decision === "clarify"))
        return false;
      return decides(sheet, body.decisions, actor.onBehalfOf?.ceiling);
    case "resolve-lines":
      return (
        cites(step, body.resolution) &&
        body.lines.length > 0 &&
        body.lines.every((id) => statusOf(sheet, id) === "referred")
      );
    case "clarify": {
      const known = (body.lines ?? []).every((id) => statusOf(sheet, id) !== undefined);
      const wanted = "clarify" in step && (body.to === undefined || (step.clarify ?? []).includes(body.to));
      return !asksAlready(sheet, actor) && wanted && known && said(body.reason);
    }
    case "answer":
      return meant(askedOf(sheet, actor), body.question) !== undefined && said(body.comment);
    case "retract-question":
      return meant(askedBy(sheet, actor), body.question) !== undefined && said(body.reason);
    case "comment":
      return said(body.comment);
    case "reassign":
      return said(body.reason) && fits(sheet, body.to);
    case "extend":
      return said(body.reason) && dueAt !== null && body.dueAt > dueAt && body.dueAt > now;
    case "skip":
      return said(body.reason) && sheet.proposedBy === null;
    case "confirm-skip": {
      const hands = actor.onBehalfOf ? [actor.personId, actor.onBehalfOf.personId] : [actor.personId];
      return sheet.proposedBy !== null && !hands.some((id) => sheet.proposedBy?.includes(id));
    }
    case "migrate":
      return false;
  }
}

const awaits = ({ asked }: Sheet, unit: string): boolean =>
  asked.some((one) => one.unit === unit && one.answered === null);
const statusOf = ({ lines }: Sheet, id: string) => lines.find((line) => line.id === id)?.status;

function cites(step: Step, resolution: Resolution | string): boolean {
  if (typeof resolution === "string") return said(resolution) && !(step.kind === "lines" && step.referral);
  return [resolution.number, resolution.date, resolution.issuer, resolution.abstract].every(said);
}

function fitsList(step: Step, lines: number): boolean {
  const most = step.kind === "gather" ? step.lines?.most : undefined;
  return most === undefined || (lines > 0 && lines <= most);
}

/** Every line in dispute is explained, and no figure goes up without a word. */
function proposes(sheet: Sheet, given: readonly LineAmount[]): boolean {
  const explained = disputed(sheet).every(({ id }) => given.some(({ line }) => line === id));
  const fitting = given.every(({ line, amount, reason }) => said(reason) && within(sheet, line, amount));
  return explained && fitting && once(given.map(({ line }) => line));
}

function within({ lines }: Sheet, id: string, amount: number): boolean {
  const known = lines.find((line) => line.id === id);
  return known !== undefined && whole(amount) && amount <= known.requested;
}

type Opinion = Extract<CaseCommand["body"], { verb: "opine" }>;

function opines(sheet: Sheet, { position, comment, amounts: given = [] }: Opinion, unit: string): boolean {
  const step = at(sheet);
  const worded = said(comment) || (apart(step) && given.some(({ reason }) => said(reason)));
  const branches = sheet.asked.find((one) => one.unit === unit)?.branches;
  const own = sheet.lines.filter(({ branch }) => branches === undefined || branches.includes(branch ?? "none"));
  const owed = step.kind === "opinions" && step.amounts === "required" ? own : [];
  const all = owed.every(({ id }) => given.some(({ line }) => line === id));
  const fitting = given.every((one) => {
    const known = own.find(({ id }) => id === one.line);
    const placed = branches === undefined || (known !== undefined && positioned(known.requested, one));
    return known !== undefined && within(sheet, one.line, one.amount) && placed;
  });
  return (position === "agree" || worded) && all && fitting && once(given.map(({ line }) => line));
}

function positioned(requested: number, { amount, position, reason }: LineAmount): boolean {
  if (position === "agree") return amount === requested;
  if (position === "agree-with-changes" && amount === requested) return false;
  return position !== undefined && said(reason) && (position !== "not-placed" || amount === 0);
}

function decides(sheet: Sheet, given: readonly LineDecision[], ceiling: number | undefined): boolean {
  const fitting = given.every((one) => decidable(sheet, one));
  const decided = new Map(given.map((one) => [one.line, one]));
  const granted = sum(
    sheet.lines.map((line) => {
      const one = decided.get(line.id);
      if (!one) return line.granted;
      return one.decision === "approve" ? line.requested : one.decision === "approve-in-part" ? (one.amount ?? 0) : 0;
    }),
  );
  const within = ceiling === undefined || granted <= ceiling;
  return given.length > 0 && once(given.map(({ line }) => line)) && fitting && within;
}

function decidable(sheet: Sheet, { line, decision, amount, reason, over = 0 }: LineDecision): boolean {
  const step = at(sheet);
  const known = sheet.lines.find(({ id }) => id === line);
  if (step.kind !== "lines" || !known) return false;
  if (decision === "defer") return step.referral !== undefined && known.status === "referred" && said(reason);
  if (!["open", "to-clarify"].includes(known.status)) return false;
  if (decision === "refer") return step.refers !== undefined && said(reason);
  if (decision !== "approve" && decision !== "approve-in-part") return said(reason);
  const granted = decision === "approve" ? (amount ?? known.requested) : (amount ?? 0);
  const exact = decision === "approve-in-part" || granted === known.requested;
  const proposed = known.proposed && counts(sheet, known.proposed) ? known.proposed.amount : null;
  const asMeant = proposed === null ? decision === "approve" : granted === proposed;
  const explained = (asMeant && !(over > 0 && step.ceiling === "warn")) || said(reason);
  return (
    granted <= known.requested &&
    whole(granted) &&
    granted > 0 &&
    exact &&
    explained &&
    !(over > 0 && step.ceiling === "stop")
  );
}

const rank = ["records-clerk accountant specialist", "division-head", "deputy-head vice-chair", "head chair"];
const rankOf = (role: string): number => rank.findIndex((roles) => roles.split(" ").includes(role));

/** Work stays in its unit, and with those who could have been asked by the table or are above them. */
function fits(sheet: Sheet, { unit, role }: { unit: string; role: string }): boolean {
  const step = at(sheet);
  if (step.kind === "opinions") {
    const asked = sheet.asked.find((one) => one.unit === unit && one.answered === null);
    return asked !== undefined && [...asked.roles, "head", "deputy-head"].includes(role);
  }
  if (!("by" in step) || !step.by || sheet.input.parties[step.by.party] !== unit) return false;
  const named: readonly string[] = step.by.roles;
  if (step.kind === "submit" || step.kind === "gather") return rankOf(role) >= 0;
  if (step.kind === "sign")
    return named.includes(role) && Object.hasOwn(step.marks, role) && step.marks[role as "head"]!.length > 0;
  const above = rankOf(role) > Math.min(...named.map(rankOf));
  return named.includes(role) || (step.kind === "decide" && step.act !== "sign" && above);
}
