import { checkCeilingPlace } from "../../domain/funding/check-outside.ts";
import { ceilingSubject } from "../../domain/funding/papers.ts";
import { mayPropose } from "../../domain/funding/may-record.ts";
import { requestedLines } from "../../domain/funding/request-lines.ts";
import { fundingRequestSchema } from "../../domain/funding/request-schema.ts";
import { getDraft, listCeilings, proposePaper, weighPlaces } from "../../store/index.ts";
import type { Deps } from "../deps.ts";
import { refuseBlocked } from "../drafts/forms.ts";
import type { Handlers } from "../http/handler.ts";
import { pageOf } from "../http/page.ts";
import { ProblemError } from "../http/problem.ts";
import { told } from "../money-errors.ts";
import { requireGrant } from "../rights.ts";
import { ceilingView } from "../views/ceilings.ts";
import { weighedView } from "../views/money.ts";
import { paperView } from "../views/papers.ts";
import { visibleCase } from "../visible-case.ts";
import { visibleLine } from "../visible-line.ts";

type Names = "listCeilings" | "proposeCeiling" | "weighLines" | "weighDraft";

export const ceilingHandlers = (deps: Deps): Pick<Handlers, Names> => ({
  listCeilings: async ({ caller, query: { year, ended, ...page } }) => {
    requireGrant(caller, "oversee", "consolidate");
    const filter = { year: year === undefined ? undefined : Number(year), ended: ended === "1", ...pageOf(page) };
    const { items, next } = await listCeilings(deps.db, filter);
    return { items: items.map(ceilingView), next };
  },

  proposeCeiling: async ({ caller, body, language }) => {
    const { id, kind, ...said } = body;
    const post = mayPropose(caller.posts, kind, deps.seats.department);
    if (!post) throw new ProblemError("not-allowed", { needs: "administer" });
    refuseBlocked(checkCeilingPlace(said), language);
    const by = { personId: caller.personId, name: caller.name, post };
    const proposal = { id, kind, subjectId: ceilingSubject(said), body: said, by, now: deps.clock() };
    const row = await told(language, () => proposePaper(deps.db, proposal));
    return paperView(row, { caller, department: deps.seats.department, units: await deps.directory.units() });
  },

  weighLines: async ({ caller, body }) => {
    const lines = await Promise.all(body.changes.map(({ line }) => visibleLine(deps, caller, line)));
    const places = lines.map(({ id, sourceCode, year, window }, index) => ({
      lineId: id,
      amount: body.changes[index]?.amount ?? "0",
      key: { sourceCode, year, window },
    }));
    const { ceilings } = await weighPlaces(deps.db.pool, { stage: body.stage, places, lock: false });
    return { items: ceilings.map(weighedView) };
  },

  weighDraft: async ({ caller, params }) => {
    const row = await visibleCase(deps, caller, params.caseId);
    if (!deps.rights.canSeeDraft(caller, row.input)) throw new ProblemError("not-allowed", { needs: "work" });
    const draft = await getDraft(deps.db, row.id);
    const request = fundingRequestSchema.safeParse(draft?.body ?? {});
    const lines = request.success ? requestedLines(row.id, request.data) : [];
    const places = lines.map(({ lineId, requested, sourceCode, year, window }) => ({
      lineId,
      amount: requested,
      key: { sourceCode, year, window },
    }));
    const { ceilings } = await weighPlaces(deps.db.pool, { stage: "requested", places, lock: false });
    return { items: ceilings.map(weighedView) };
  },
});
