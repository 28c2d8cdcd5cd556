import type { MigrationItemView, MigrationPreviewView, MigrationView } from "../../domain/contracts/pipelines.ts";
import type { Pipeline, StepId } from "../../domain/engine/pipeline.ts";
import type { MigrationOrder } from "../../domain/engine/command.ts";
import { obstacleText, previewToken, type MigrationPreview } from "../../domain/migrate/index.ts";

import type { MigratableCase, MigrationItemRow, MigrationRow } from "../../store/index.ts";
import type { Caller } from "../auth/caller.ts";
import { iso, isoOrNull } from "../clock-text.ts";
import type { Language } from "../http/language.ts";
import { describeProblem, ProblemError } from "../http/problem.ts";
import { rejectionText } from "../http/rejection-problem.ts";
import type { AnyRejection } from "../texts/index.ts";
import { namesOfCase, postView, unitName, type Units } from "../views/names.ts";

const stepView = (table: Pipeline, id: StepId) => ({ id, name: table.steps[id]?.name ?? { vi: id, en: id } });

interface PreviewContext {
  order: MigrationOrder;
  units: Units;
  language: Language;
}

export function previewView(
  row: MigratableCase,
  seen: MigrationPreview,
  context: PreviewContext,
): MigrationPreviewView {
  const { order, units, language } = context;
  const { target } = order;
  const { pipeline } = row.input;
  const posts = (all: MigrationPreview["gains"]) => all.map((post) => postView(units, post));
  const { before, after } = seen.step;
  return {
    caseId: row.id,
    title: row.title,
    unit: row.unitCode,
    unitName: unitName(units, row.unitCode),
    version: seen.version,
    step: {
      before: before === null ? null : stepView(pipeline, before),
      after: after === null ? null : stepView(target, after),
    },
    holders: { before: posts(seen.holders.before), after: posts(seen.holders.after) },
    gains: posts(seen.gains),
    loses: posts(seen.loses),
    quorum: seen.quorum,
    returnsTo: {
      before: seen.returnsTo.before.map((id) => stepView(pipeline, id)),
      after: seen.returnsTo.after.map((id) => stepView(target, id)),
    },
    dueAt: { before: isoOrNull(seen.dueAt.before), after: isoOrNull(seen.dueAt.after) },
    timers: seen.timers.map((timer) => ({
      ...timer,
      before: isoOrNull(timer.before),
      after: isoOrNull(timer.after),
    })),
    token: previewToken(row.input, row.state, order),
    obstacles: seen.obstacles.map((one) => ({ code: one.code, message: obstacleText(one, language) })),
  };
}

export function migrationStatus({
  declined,
  twoPersons,
  confirmer,
  finishedAt,
}: MigrationRow): MigrationView["status"] {
  if (declined !== null) return "declined";
  if (twoPersons && confirmer === null) return "awaiting-confirmation";
  return finishedAt === null ? "running" : "finished";
}

/** `by`: the reader, who may confirm what somebody else proposed. */
const isConfirmable = (row: MigrationRow, by: Caller): boolean =>
  migrationStatus(row) === "awaiting-confirmation" &&
  by.grants.includes("administer") &&
  by.personId !== row.actor.personId;

export const migrationView = (row: MigrationRow, by: Caller): MigrationView => ({
  id: row.id,
  pipelineId: row.pipelineId,
  toVersion: row.toVersion,
  by: row.actor.name,
  reason: row.order.reason,
  timers: row.order.timers,
  createdAt: iso(row.createdAt),
  finishedAt: isoOrNull(row.finishedAt),
  status: migrationStatus(row),
  confirmedBy: row.confirmer?.name ?? null,
  confirmable: isConfirmable(row, by),
  counts: {
    total: row.total,
    done: row.done,
    refused: row.refused,
    notPreviewed: row.notPreviewed,
    open: row.total - row.done - row.refused - row.notPreviewed,
  },
});

export function itemView(row: MigrationItemRow, units: Units, language: Language): MigrationItemView {
  return {
    caseId: row.caseId,
    title: row.title,
    unitName: unitName(units, row.unitCode),
    outcome: row.expected === null ? "not-previewed" : (row.outcome ?? "open"),
    message: messageOf(row, units, language),
  };
}

function messageOf(row: MigrationItemRow, units: Units, language: Language): string | null {
  if (row.outcome === "refused") {
    return rejectionText(row.rejection as AnyRejection, namesOfCase(row.input, units)(language), language).detail;
  }
  if (row.outcome !== "not-carried-out") return row.lastError;
  return describeProblem(new ProblemError("not-carried-out", {}), language, `urn:uuid:${row.commandId}`).detail ?? null;
}
