import { mayConfirm, mayPropose, mayWithdraw, secondFor } from "../../domain/funding/may-record.ts";
import { isCeilingPaper, type LinePaperBody, type PaperStatus } from "../../domain/funding/papers.ts";
import {
  answerPaper,
  fundingLines,
  getPaper,
  linesOfRequest,
  listBook,
  listPapers,
  proposePaper,
  weighPaper,
  type PaperRow,
} from "../../store/index.ts";
import type { Caller } from "../auth/caller.ts";
import type { Deps } from "../deps.ts";
import type { Handlers } from "../http/handler.ts";
import { pageOf } from "../http/page.ts";
import { ProblemError } from "../http/problem.ts";
import { told } from "../money-errors.ts";
import { requireGrant } from "../rights.ts";
import { paperView, weighedPaperView } from "../views/papers.ts";
import { visibleLine } from "../visible-line.ts";

type Names = "proposePaper" | "weighPaper" | "answerPaper" | "listPapers" | "listMoneyBook";

/** Papers about ceilings are for those who oversee; papers of a line for those who see the line. */
async function visiblePaper(deps: Deps, caller: Caller, id: string): Promise<PaperRow> {
  const paper = await getPaper(deps.db, id);
  if (!paper) throw new ProblemError("not-found", { what: "paper" });
  if (isCeilingPaper(paper.kind)) requireGrant(caller, "oversee", "consolidate");
  else await visibleLine(deps, caller, paper.subjectId);
  return paper;
}

/** The post in which the caller may say so; the head's own word where a higher signature may be asked for. */
function signerOf(deps: Deps, caller: Caller, paper: PaperRow, act: PaperStatus) {
  const { posts, personId, name } = caller;
  if (act === "withdrawn") {
    if (!mayWithdraw(personId, paper)) throw new ProblemError("not-allowed", { needs: "work" });
    return { personId, name, post: { unit: paper.unitCode, role: paper.role } };
  }
  const confirming = { posts, personId, department: deps.seats.department };
  const post = mayConfirm(confirming, paper, true) ?? mayConfirm(confirming, paper, false);
  if (post) return { personId, name, post };
  throw new ProblemError("second-person", { who: secondFor(paper.kind, false), own: paper.personId === personId });
}

export const paperHandlers = (deps: Deps): Pick<Handlers, Names> => {
  const viewOf = async (caller: Caller, row: PaperRow) => {
    const [line] = isCeilingPaper(row.kind) ? [] : await fundingLines(deps.db, [row.subjectId]);
    return paperView(row, { caller, department: deps.seats.department, units: await deps.directory.units(), line });
  };
  return {
    proposePaper: async ({ caller, params, body, language }) => {
      const { id: lineId } = await visibleLine(deps, caller, params.lineId);
      const { id, kind, ...said } = body;
      const post = mayPropose(caller.posts, kind, deps.seats.department);
      if (!post) throw new ProblemError("not-allowed", { needs: "consolidate" });
      const by = { personId: caller.personId, name: caller.name, post };
      // As it goes through JSON: what the sender left out is not there.
      const content = JSON.parse(JSON.stringify(said)) as LinePaperBody;
      const proposal = { id, kind, subjectId: lineId, body: content, by, now: deps.clock() };
      return viewOf(caller, await told(language, () => proposePaper(deps.db, proposal)));
    },

    weighPaper: async ({ caller, params, body }) => {
      const row = await visibleLine(deps, caller, params.lineId);
      const { kind, amount } = body;
      const lines = await linesOfRequest(deps.db, row.requestId);
      const said = { id: "", kind, subjectId: row.id, body: { document: "", amount } };
      return weighedPaperView(await weighPaper(deps.db.pool, said, lines, false));
    },

    answerPaper: async ({ caller, params, body, language }) => {
      const paper = await visiblePaper(deps, caller, params.paperId);
      const by = signerOf(deps, caller, paper, body.act);
      const reason = "reason" in body ? body.reason : undefined;
      const answer = { paperId: paper.id, act: body.act, reason, by, now: deps.clock() };
      return viewOf(caller, await told(language, () => answerPaper(deps.db, answer)));
    },

    listPapers: async ({ caller, query: { cursor, limit, ...filter } }) => {
      if (filter.of === "lines" && filter.subjectId !== undefined) await visibleLine(deps, caller, filter.subjectId);
      else requireGrant(caller, "oversee", "consolidate");
      const page = await listPapers(deps.db.pool, { ...filter, ...pageOf({ cursor, limit }) });
      return { items: await Promise.all(page.items.map((row) => viewOf(caller, row))), next: page.next };
    },

    listMoneyBook: async ({ caller, query }) => {
      requireGrant(caller, "oversee", "audit");
      const { items, next } = await listBook(deps.db, pageOf(query));
      return { items: items.map((link) => ({ ...link })), next };
    },
  };
};
