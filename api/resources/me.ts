import type { DemoAccount, Me } from "../../domain/contracts/directory.ts";
import { demoPeople, homeOf, listInbox, getDraft, getCase, type InboxRow } from "../../store/index.ts";
import type { Caller } from "../auth/caller.ts";
import { DEMO_PASSWORD } from "../auth/demo-accounts.ts";
import { isoOrNull } from "../clock-text.ts";
import type { Deps } from "../deps.ts";
import { readAnnualDraft } from "../drafts/annual-draft.ts";
import type { Handlers } from "../http/handler.ts";
import { postView } from "../views/names.ts";

/** Drafting work on the first screen; more than a handful is a list, not a greeting. */
const DRAFTS_SHOWN = 5;

async function draftOf(deps: Deps, row: InboxRow): Promise<Me["home"]["drafts"]> {
  if (row.pipelineId !== "annual-report" || row.position !== "drafting") return [];
  const [draft, full] = await Promise.all([getDraft(deps.db, row.id), getCase(deps.db, row.id)]);
  if (!draft || !full) return [];
  const { problems } = readAnnualDraft(draft.body, full.input, { now: deps.clock() });
  return [{ caseId: row.id, title: row.title, dueAt: isoOrNull(row.dueAt), problems: problems.length }];
}

async function draftsOf(deps: Deps, { posts, personId, grants }: Caller): Promise<Me["home"]["drafts"]> {
  if (!grants.includes("work") || !posts.some((post) => post.role === "specialist")) return [];
  const { items } = await listInbox(deps.db, { posts, personId, limit: DRAFTS_SHOWN });
  return (await Promise.all(items.map((row) => draftOf(deps, row)))).flat();
}

export const meHandlers = (deps: Deps): Pick<Handlers, "getMe" | "listDemoAccounts"> => ({
  getMe: async ({ caller }) => {
    const { posts, personId, actingFor, ...person } = caller;
    const [home, drafts, units] = await Promise.all([
      homeOf(deps.db, { posts, personId, actingFor, now: deps.clock() }),
      draftsOf(deps, caller),
      deps.directory.units(),
    ]);
    return {
      ...person,
      personId,
      posts: posts.map((post) => postView(units, post)),
      home: { ...home, nextDueAt: isoOrNull(home.nextDueAt), drafts },
    };
  },

  listDemoAccounts: async () => {
    if (!deps.demo) return [];
    const people = await demoPeople(deps.db);
    return people.flatMap(({ email, demoBody }): DemoAccount[] =>
      demoBody ? [{ email, password: DEMO_PASSWORD, ...demoBody }] : [],
    );
  },
});
