import type { input, output } from "zod";
import type { paperSchema, weighedPaperSchema } from "../../domain/contracts/papers.ts";
import { gravest } from "../../domain/funding/ceiling.ts";
import { mayConfirm, mayWithdraw } from "../../domain/funding/may-record.ts";
import { sourceOf } from "../../domain/plan/plan.ts";
import type { FundingLineRow, PaperRow, Weighed } from "../../store/index.ts";
import type { Caller } from "../auth/caller.ts";
import { iso } from "../clock-text.ts";
import { postView, type Units } from "./names.ts";

interface Seen {
  caller: Caller;
  department: string;
  units: Units;
  line?: FundingLineRow | undefined;
}

const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);

export function paperView(row: PaperRow, { caller, department, units, line }: Seen): input<typeof paperSchema> {
  const body = row.body as unknown as Record<string, unknown>;
  const source = textOf(body["source"]);
  const open = row.status === "proposed";
  const { posts, personId } = caller;
  return {
    id: row.id,
    kind: row.kind,
    subjectId: row.subjectId,
    title: line?.title ?? (source === null ? row.subjectId : (sourceOf(source)?.vi ?? source)),
    status: row.status,
    document: textOf(body["document"]) ?? "",
    amount: textOf(body["amount"]),
    reason: textOf(body["reason"]),
    body,
    proposed: {
      name: row.personName,
      post: postView(units, { unit: row.unitCode, role: row.role }),
      at: iso(row.at),
    },
    answered: answerOf(row, units),
    may: {
      confirm: open && mayConfirm({ posts, personId, department }, row, false) !== undefined,
      withdraw: open && mayWithdraw(personId, row),
    },
  };
}

function answerOf(row: PaperRow, units: Units): input<typeof paperSchema>["answered"] {
  const { answeredByName: name, answeredByUnit: unit, answeredByRole: role, answeredAt: at, answerReason } = row;
  if (name === null || unit === null || role === null || at === null) return null;
  return { name, post: postView(units, { unit, role }), at: iso(at), reason: answerReason };
}

/** The gravest word of all ceilings the paper would be under. */
export function weighedPaperView(found: { weighed: Weighed } | null): output<typeof weighedPaperSchema> {
  const ceilings = found?.weighed.ceilings ?? [];
  const verdict = gravest(ceilings);
  const says = ceilings.find(({ result }) => result.verdict === verdict);
  return {
    verdict,
    source: says?.ceiling.source ?? null,
    remaining: says?.result.remaining ?? null,
    over: says && says.result.verdict !== "ok" ? says.result.over : "0",
  };
}
