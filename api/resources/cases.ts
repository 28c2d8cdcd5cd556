import type { CaseView, InboxItem } from "../../domain/contracts/cases.ts";
import { paperSections } from "../../domain/paper/paper.ts";
import { stepAt } from "../../domain/engine/steps.ts";
import {
  delegatesIn,
  getContent,
  listCases,
  listContents,
  listEvents,
  listInbox,
  movesOf,
  namesOfPeople,
  numbersOf,
  peopleOf,
  type InboxRow,
} from "../../store/index.ts";
import { actorsOf, type Caller } from "../auth/caller.ts";
import { caseLines } from "../case-lines.ts";
import { iso } from "../clock-text.ts";
import { openCase, startsOf } from "../commands/open-case.ts";
import type { Deps } from "../deps.ts";
import type { Handlers } from "../http/handler.ts";
import type { Language } from "../http/language.ts";
import { pageOf } from "../http/page.ts";
import { ProblemError } from "../http/problem.ts";
import { texts } from "../texts/index.ts";
import { listContext, readableCase, visibleCase, type VisibleCase } from "../visible-case.ts";
import { caseListItem, type ListContext } from "../views/case-list.ts";
import { caseView, postsOnTheWay } from "../views/case-view.ts";
import { eventView } from "../views/event.ts";
import { postView, unitName } from "../views/names.ts";

type Names = "inbox" | "listCases" | "listCaseStarts" | "openCase" | "getCase" | "listEvents" | "getContent";

function inboxItem(row: InboxRow, context: ListContext): InboxItem {
  const { returned } = row;
  return {
    ...caseListItem(row, context),
    why: { post: postView(context.units, row.post), reassigned: row.reassigned, onBehalfOf: row.onBehalfOf },
    returned: returned && { code: returned.code, reason: returned.reason, sections: returned.sections },
  };
}

export function draftRight(deps: Deps, caller: Caller, row: VisibleCase, language: Language): CaseView["draft"] {
  if (deps.rights.canEditDraft(caller, row)) return { editable: true, reason: null };
  const words = texts[language].draftReasons;
  const { kind } = stepAt(row.input, row.state.step);
  const drafting = row.outcome === null && (kind === "submit" || kind === "gather");
  return { editable: false, reason: drafting ? words.notYours : words.notDrafting };
}

async function viewCase(deps: Deps, caller: Caller, row: VisibleCase, language: Language): Promise<CaseView> {
  const { input, state } = row;
  const posts = postsOnTheWay(input, state);
  const [context, versions, people, delegates, numbers, moves] = await Promise.all([
    listContext(deps),
    listContents(deps.db, row.id),
    peopleOf(deps.db, posts, deps.clock()),
    delegatesIn(deps.db, posts, deps.clock()),
    numbersOf(deps.db, row.id),
    movesOf(deps.db, row.id),
  ]);
  const draft = draftRight(deps, caller, row, language);
  const contents = versions.filter(({ number }) => deps.rights.canReadVersion(caller, row, number));
  const lines = await caseLines(deps, caller, row, context.units);
  const parts = { ...context, row, input, state, contents, people, delegates, numbers, moves, draft, lines, language };
  return caseView({ ...parts, actors: actorsOf(caller) });
}

export const caseHandlers = (deps: Deps): Pick<Handlers, Names> => ({
  inbox: async ({ caller, query }) => {
    const { posts, personId, actingFor } = caller;
    const [page, context] = await Promise.all([
      listInbox(deps.db, { posts, personId, actingFor, ...pageOf(query) }),
      listContext(deps),
    ]);
    return { items: page.items.map((row) => inboxItem(row, context)), next: page.next };
  },

  listCases: async ({ caller, query }) => {
    const context = await listContext(deps);
    const { cursor: _cursor, limit: _limit, ...filter } = query;
    const sight = deps.rights.sightOf(caller);
    const page = await listCases(deps.db, { ...filter, ...pageOf(query), sight, now: context.now });
    return { items: page.items.map((row) => caseListItem(row, context)), next: page.next };
  },

  listCaseStarts: async ({ caller }) => {
    const [starts, units] = await Promise.all([startsOf(deps, caller), deps.directory.units()]);
    return starts.map(({ table: { id: pipelineId, name, ...table }, unit }) => ({
      pipelineId,
      name,
      unit,
      unitName: unitName(units, unit),
      sections: paperSections({ id: pipelineId, name, ...table }).map((section) => section.name),
    }));
  },

  openCase: ({ caller, body }) => openCase(deps, caller, body),

  getCase: async ({ caller, params, language }) =>
    viewCase(deps, caller, await visibleCase(deps, caller, params.caseId), language),

  listEvents: async ({ caller, params, query }) => {
    const { id, input } = await visibleCase(deps, caller, params.caseId);
    const [page, context, numbers] = await Promise.all([
      listEvents(deps.db, id, pageOf(query)),
      listContext(deps),
      numbersOf(deps.db, id),
    ]);
    const people = await namesOfPeople(
      deps.db,
      page.items.flatMap(({ data }) => data.assigned?.personId ?? []),
    );
    return {
      items: page.items.map((event) => eventView(event, input, { ...context, numbers, people })),
      next: page.next,
    };
  },

  getContent: async ({ caller, params }) => {
    const number = Number(params.number);
    const { id } = await readableCase(deps, caller, { caseId: params.caseId, number });
    const content = await getContent(deps.db, id, number);
    if (!content) throw new ProblemError("not-found", { what: "content" });
    const { createdAt, createdByName, createdBy, body, ...rest } = content;
    return {
      ...rest,
      createdBy: createdByName ?? createdBy,
      createdAt: iso(createdAt),
      body: body as Record<string, unknown>,
    };
  },
});
