import type { CaseCommand, LineDecision } from "../../../../../domain/engine/index.ts";
import { marksFor } from "./marks.ts";
import { askedBy, askedOf, asksAlready, meant } from "./questions.ts";
import { at, type Sheet } from "./sheet.ts";
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
      return body.missing.every(({ reason }) => said(reason)) && body.included * 100 >= body.owing * least;
    }
    case "approve":
      return step.kind !== "sign" || marksFor(step, actor, body.mark) !== null;
    case "return": {
      const ways = waysBack(sheet);
      return ways.length > 0 && said(body.reason) && (body.to === undefined || ways.includes(body.to));
    }
    case "reject":
    case "withdraw":
    case "remind":
      return said(body.reason);
    case "issue":
      return true;
    case "opine":
      return (body.position === "agree" || said(body.comment)) && amounts(sheet, body.amounts ?? []);
    case "proceed":
      return dueAt !== null && now >= dueAt;
    case "consult": {
      const fit = body.roles.length > 0 && body.roles.every((role) => role !== "admin" && role !== "auditor");
      return fit && said(body.reason) && !sheet.asked.some(({ unit }) => unit === body.unit);
    }
    case "unconsult":
      return said(body.reason) && sheet.asked.length > 1 && awaits(sheet, body.unit);
    case "decide-lines":
      return decides(sheet, body.decisions, actor.onBehalfOf?.ceiling) && body.weighed === true;
    case "resolve-lines":
      return (
        said(body.resolution) && body.lines.length > 0 && body.lines.every((id) => statusOf(sheet, id) === "referred")
      );
    case "clarify": {
      const known = (body.lines ?? []).every((id) => statusOf(sheet, id) !== undefined);
      const wanted = "clarify" in step && (body.to === undefined || (step.clarify ?? []).includes(body.to));
      return !asksAlready(sheet, actor) && wanted && known && said(body.reason);
    }
    case "answer":
      return meant(askedOf(sheet, actor), body.question) !== undefined && said(body.comment);
    case "retract":
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

type Given = { line: string; amount: number; reason?: string };

function amounts(sheet: Sheet, given: readonly Given[]): boolean {
  const step = at(sheet);
  const owed = step.kind === "opinions" && step.amounts === "required";
  const all = !owed || sheet.lines.every(({ id }) => given.some(({ line }) => line === id));
  const fitting = given.every(({ line, amount, reason }) => {
    const known = sheet.lines.find(({ id }) => id === line);
    return known !== undefined && whole(amount) && (amount <= known.requested || said(reason));
  });
  return all && fitting && once(given.map(({ line }) => line));
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
  if (step.kind !== "lines" || !known || !["open", "to-clarify"].includes(known.status)) return false;
  if (decision === "refer") return step.refers !== undefined && said(reason);
  if (decision !== "approve" && decision !== "approve-in-part") return said(reason);
  const granted = decision === "approve" ? (amount ?? known.requested) : (amount ?? 0);
  const exact = decision === "approve-in-part" || granted === known.requested;
  const explained = (decision === "approve" && !(over > 0 && step.ceiling === "warn")) || said(reason);
  return whole(granted) && granted > 0 && exact && explained && !(over > 0 && step.ceiling === "stop");
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
