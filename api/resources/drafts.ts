import type { DraftView } from "../../domain/contracts/cases.ts";
import { getDraft, saveDraft, type DraftRow } from "../../store/index.ts";
import type { Caller } from "../auth/caller.ts";
import { isoOrNull } from "../clock-text.ts";
import type { Deps } from "../deps.ts";
import { changedMeanwhile } from "../drafts/conflict.ts";
import { formOf } from "../drafts/forms.ts";
import type { Handlers } from "../http/handler.ts";
import type { Language } from "../http/language.ts";
import { ProblemError } from "../http/problem.ts";
import { visibleCase, type VisibleCase } from "../visible-case.ts";
import { draftRight } from "./cases.ts";

async function draftView(deps: Deps, row: VisibleCase, draft: DraftRow, language: Language): Promise<DraftView> {
  const { version, updatedAt, updatedByName } = draft;
  return {
    caseId: row.id,
    version,
    updatedAt: isoOrNull(updatedAt),
    updatedBy: updatedByName,
    ...(await formOf(row.input.pipeline.id).view(deps, row, draft, language)),
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
    const stored = formOf(row.input.pipeline.id).parse(body.body, language);
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
