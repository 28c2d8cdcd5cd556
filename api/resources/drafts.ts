import type { DraftView } from "../../domain/contracts/cases.ts";
import { getDraft, saveDraft, type DraftRow } from "../../store/index.ts";
import type { Caller } from "../auth/caller.ts";
import { isoOrNull } from "../clock-text.ts";
import type { Deps } from "../deps.ts";
import { parseAnnualDraft, readAnnualDraft } from "../drafts/annual-draft.ts";
import { changedMeanwhile } from "../drafts/conflict.ts";
import { parseEditorial, readConsolidation } from "../drafts/consolidation.ts";
import { problemViews } from "../drafts/problem-views.ts";
import type { Handlers } from "../http/handler.ts";
import type { Language } from "../http/language.ts";
import { ProblemError } from "../http/problem.ts";
import { visibleCase, type VisibleCase } from "../visible-case.ts";
import { draftRight } from "./cases.ts";

const isConsolidation = (row: VisibleCase): boolean => row.input.pipeline.id === "consolidated-report";

async function checked(deps: Deps, row: VisibleCase, draft: DraftRow, language: Language) {
  if (isConsolidation(row)) {
    const { report, problems } = await readConsolidation(deps, row.input, draft);
    return { body: report, problems: problemViews(problems, language) };
  }
  const { body, problems } = readAnnualDraft(draft.body, row.input, { now: deps.clock() });
  return { body, problems: problemViews(problems, language) };
}

async function draftView(deps: Deps, row: VisibleCase, draft: DraftRow, language: Language): Promise<DraftView> {
  const { version, updatedAt, updatedByName } = draft;
  return {
    caseId: row.id,
    version,
    updatedAt: isoOrNull(updatedAt),
    updatedBy: updatedByName,
    ...(await checked(deps, row, draft, language)),
  };
}

/** Drafts are the business of the unit that writes them until they are submitted. */
async function ownDraft(deps: Deps, caller: Caller, caseId: string): Promise<{ row: VisibleCase; draft: DraftRow }> {
  const row = await visibleCase(deps, caller, caseId);
  if (!deps.rights.canSeeDraft(caller, row.input)) throw new ProblemError("not-allowed", { needs: "work" });
  const draft = await getDraft(deps.db, caseId);
  if (!draft) throw new ProblemError("not-found", { what: "draft" });
  return { row, draft };
}

export const draftHandlers = (deps: Deps): Pick<Handlers, "getDraft" | "putDraft"> => ({
  getDraft: async ({ caller, params, language }) => {
    const { row, draft } = await ownDraft(deps, caller, params.caseId);
    return draftView(deps, row, draft, language);
  },

  putDraft: async ({ caller, params, body, language }) => {
    const { row } = await ownDraft(deps, caller, params.caseId);
    const right = draftRight(deps, caller, row, language);
    if (!right.editable) throw new ProblemError("draft-not-editable", { reason: right.reason ?? "" });
    const stored = isConsolidation(row) ? parseEditorial(body.body, language) : parseAnnualDraft(body.body, language);
    const saved = await saveDraft(deps.db, {
      caseId: row.id,
      version: body.version,
      body: stored,
      by: caller.personId,
      now: deps.clock(),
    });
    if (!saved.ok) throw changedMeanwhile(saved.row, language);
    return draftView(deps, row, saved.row, language);
  },
});
