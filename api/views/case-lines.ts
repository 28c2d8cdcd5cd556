import type { CaseLineView } from "../../domain/contracts/case-lines.ts";
import type { Appraisal, LineState, SealedEvent } from "../../domain/engine/case.ts";
import { isFinal, needsExplaining } from "../../domain/engine/lines.ts";
import type { FundingLineRow } from "../../store/index.ts";
import { unitName, type Units } from "./names.ts";

/** What is known of a line beside its state in the case. */
export interface LineFacts {
  /** Events in which something was said of it. */
  events: readonly SealedEvent[];
  money: FundingLineRow | undefined;
  document: string | undefined;
  listCase: string | null;
  duplicates: CaseLineView["duplicates"];
}

const eventAt = ({ events }: LineFacts, seq: number | undefined) => events.find((event) => event.seq === seq)?.data;

const reasonIn = (items: readonly { line: string; reason?: string }[] | undefined, line: string): string | null =>
  items?.find((item) => item.line === line)?.reason ?? null;

function appraisalView(line: LineState, appraisal: Appraisal, facts: LineFacts, units: Units) {
  const { unit, position, amount, seq } = appraisal;
  const data = eventAt(facts, seq);
  const reason = reasonIn(data?.amounts, line.id) ?? (position === "agree" ? null : (data?.comment ?? null));
  return { unit, unitName: unitName(units, unit), position, amount: String(amount), reason };
}

function resolutionView(line: LineState, facts: LineFacts): CaseLineView["resolution"] {
  const resolution = eventAt(facts, line.resolved)?.resolution;
  if (resolution === undefined) return null;
  return typeof resolution === "string" ? { number: resolution, date: "", issuer: "", abstract: "" } : resolution;
}

export function caseLineView(line: LineState, facts: LineFacts, units: Units): CaseLineView {
  const { money } = facts;
  const unit = money?.unitCode ?? line.owner ?? "";
  const { proposal } = line;
  return {
    id: line.id,
    unit,
    unitName: unitName(units, unit),
    task: money?.taskCode ?? "",
    title: money?.title ?? line.id,
    source: line.source,
    year: line.year,
    window: money?.window ?? "",
    branch: line.branch ?? null,
    requested: String(line.requested),
    appraised: (line.appraised ?? []).map((appraisal) => appraisalView(line, appraisal, facts, units)),
    differs: needsExplaining(line),
    proposed: proposal ? String(proposal.amount) : null,
    proposedReason: proposal ? reasonIn(eventAt(facts, proposal.seq)?.proposals, line.id) : null,
    status: line.status,
    decided: isFinal(line) && line.status !== "deferred" ? String(line.amount) : null,
    reason: reasonIn(eventAt(facts, line.seq)?.decisions, line.id),
    over: line.over === undefined ? null : String(line.over),
    excess: line.excess ?? null,
    resolution: resolutionView(line, facts),
    assigned: money?.assigned ?? "0",
    document: facts.document ?? null,
    withdrawn: money?.withdrawn ?? false,
    listCase: facts.listCase,
    duplicates: facts.duplicates,
  };
}
