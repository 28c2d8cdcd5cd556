import type { Problem } from "../../domain/contracts/common.ts";
import type { Receipt } from "../../domain/contracts/cases.ts";
import type { CaseInput } from "../../domain/engine/case.ts";
import type { CommandRow } from "../../store/index.ts";
import { iso, isoOrNull } from "../clock-text.ts";
import type { Language } from "../http/language.ts";
import { describeProblem, ProblemError } from "../http/problem.ts";
import { rejectionProblem } from "../http/rejection-problem.ts";
import type { AnyRejection } from "../texts/index.ts";
import { namesOfCase, namesOfUnits, postView, type Units } from "./names.ts";

export const receiptHref = (id: string): string => `/api/v1/commands/${id}`;

export interface ReceiptContext {
  units: Units;
  /** Of the case; null for a command on a campaign. */
  input: CaseInput | null;
  language: Language;
}

function problemOfRow(row: CommandRow, { units, input, language }: ReceiptContext): Problem | null {
  const names = input ? namesOfCase(input, units) : namesOfUnits(units);
  if (row.outcome === "refused") return rejectionProblem(row.rejection as AnyRejection, names(language), language);
  if (row.outcome !== "not-carried-out") return null;
  return describeProblem(new ProblemError("not-carried-out", {}), language, `urn:uuid:${row.id}`);
}

/** What became of a command: made from its settled row alone, so it says the same for ever. */
export function receiptOf(row: CommandRow, context: ReceiptContext): Receipt {
  const { after } = row;
  return {
    commandId: row.id,
    caseId: row.subjectId,
    verb: row.verb,
    outcome: row.outcome ?? "pending",
    href: receiptHref(row.id),
    seq: row.seq,
    at: after ? iso(after.at) : isoOrNull(row.outcome === "accepted" ? row.settledAt : null),
    step: after?.step ?? null,
    stepName: (after && context.input?.pipeline.steps[after.step]?.name) ?? null,
    next: (after?.next ?? []).map((post) => postView(context.units, post)),
    dueAt: isoOrNull(after?.dueAt ?? null),
    number: row.documentNumber,
    problem: problemOfRow(row, context),
  };
}
