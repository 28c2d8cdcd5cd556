import type { CommandRequest } from "../../domain/contracts/cases.ts";
import type { CommandBody } from "../../domain/engine/command.ts";
import { hashOf } from "../../domain/engine/seal.ts";
import { checkEditorial } from "../../domain/report/check-consolidated.ts";
import { answersOf } from "../../domain/report/answers.ts";
import type { Problem } from "../../domain/report/problem.ts";
import { getDraft, type CaseRow, type DraftRow } from "../../store/index.ts";
import type { Deps } from "../deps.ts";
import type { Language } from "../http/language.ts";
import { ProblemError } from "../http/problem.ts";
import { RejectionError } from "../http/rejection-problem.ts";
import { readAnnualDraft } from "../drafts/annual-draft.ts";
import { problemViews } from "../drafts/problem-views.ts";
import { formNameOf } from "../drafts/forms.ts";
import { readConsolidation } from "../drafts/consolidation.ts";
import { changedMeanwhile } from "../drafts/conflict.ts";
import { freezePaper } from "./freeze-paper.ts";
import { namesWith } from "../views/names.ts";
import { freezeList, freezeRequest } from "./freeze-funding.ts";

/** An immutable content version in the making; its id is the command's. */
export interface Frozen {
  hash: string;
  body: unknown;
}

interface FreezeCall {
  request: CommandRequest;
  row: CaseRow;
  language: Language;
}

type Body<V> = Extract<CommandRequest["body"], { verb: V }>;
type Result = Promise<{ body: CommandBody; frozen: Frozen }>;

/** What the sender saw is what is frozen: another version of the draft is refused, whoever wrote it. */
async function draftSeen(deps: Deps, { row, language }: FreezeCall, version: number): Promise<DraftRow> {
  const draft = await getDraft(deps.db, row.id);
  if (!draft) throw new Error(`case ${row.id} has no draft`);
  if (draft.version !== version) throw changedMeanwhile(draft, language);
  return draft;
}

function refuseProblems(problems: readonly Problem[], language: Language): void {
  if (problems.length === 0) return;
  const errors = problemViews(problems, language);
  const sections = [...new Set(problems.map((problem) => problem.section))];
  throw new ProblemError(
    "content-incomplete",
    { count: errors.length },
    { errors: errors.map(({ path, code, message }) => ({ path, code, message })), extra: { sections } },
  );
}

export async function freezeDraft(deps: Deps, call: FreezeCall, body: Body<"submit">): Result {
  const { request, row, language } = call;
  const draft = await draftSeen(deps, call, body.draftVersion);
  const form = formNameOf(row.input.pipeline.id);
  if (form === "funding-request") return freezeRequest(deps, call, draft, body);
  if (form === "paper") return freezePaper(call, draft, body);
  const read = readAnnualDraft(draft.body, row.input, { now: deps.clock() });
  refuseProblems(read.problems, language);
  const answers = answersOf(read.body);
  const frozen = { hash: hashOf(answers), body: answers };
  const content = { id: request.id, hash: frozen.hash };
  const note = body.comment ? { comment: body.comment } : {};
  return { body: { verb: "submit", content, drafters: draft.drafters, ...note }, frozen };
}

export async function freezeConsolidated(deps: Deps, call: FreezeCall, body: Body<"freeze">): Result {
  const { request, row, language } = call;
  const draft = await draftSeen(deps, call, body.draftVersion);
  if (formNameOf(row.input.pipeline.id) === "funding-list") return freezeList(deps, call, draft, body);
  const made = await readConsolidation(deps, row.input, draft, body.missing);
  if (body.seen !== made.seen) throw new ProblemError("desk-changed", { units: made.included });
  const silent = made.missing.find((member) => !body.missing.some(({ unit }) => unit === member.unitCode));
  if (silent) {
    const names = await namesWith(deps.directory, row.input);
    throw new RejectionError({ code: "missing-unexplained", unit: silent.unitCode }, names);
  }
  refuseProblems([...made.problems, ...checkEditorial(made.report)], language);
  const frozen = { hash: hashOf(made.report), body: made.report };
  const missing = made.missing.map(({ unitCode, reason }) => ({ unit: unitCode, reason }));
  const counts = { included: made.included, owing: made.owing };
  const content = { id: request.id, hash: frozen.hash };
  return { body: { verb: "freeze", content, drafters: draft.drafters, ...counts, missing }, frozen };
}
