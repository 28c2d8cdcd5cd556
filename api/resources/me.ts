import type { DemoAccount, Me } from "../../domain/contracts/directory.ts";
import { demoPeople, draftsOf, getCase, getDraft, homeOf, type DraftToWrite } from "../../store/index.ts";
import type { Caller } from "../auth/caller.ts";
import { DEMO_PASSWORD } from "../auth/demo-accounts.ts";
import { isoOrNull } from "../clock-text.ts";
import type { Deps } from "../deps.ts";
import { formOf } from "../drafts/forms.ts";
import type { Handlers } from "../http/handler.ts";
import type { Language } from "../http/language.ts";
import { postView } from "../views/names.ts";

/** Drafting work on the first screen; more than a handful is a list, not a greeting. */
const DRAFTS_SHOWN = 5;

async function draftView(deps: Deps, { id }: DraftToWrite, language: Language): Promise<Me["home"]["drafts"]> {
  const [draft, row] = await Promise.all([getDraft(deps.db, id), getCase(deps.db, id)]);
  if (!draft || !row) return [];
  const { problems } = await formOf(row.pipelineId).view(deps, row, draft, language);
  const open = problems.filter(({ severity }) => severity !== "warn").length;
  return [{ caseId: id, title: row.title, dueAt: isoOrNull(row.dueAt), problems: open }];
}

async function myDrafts(
  deps: Deps,
  { posts, personId, grants }: Caller,
  language: Language,
): Promise<Me["home"]["drafts"]> {
  if (!grants.includes("work") || !posts.some((post) => post.role === "specialist")) return [];
  const rows = await draftsOf(deps.db, { posts, personId, limit: DRAFTS_SHOWN });
  return (await Promise.all(rows.map((row) => draftView(deps, row, language)))).flat();
}

export const meHandlers = (deps: Deps): Pick<Handlers, "getMe" | "listDemoAccounts"> => ({
  getMe: async ({ caller, language }) => {
    const { posts, personId, actingFor, ...person } = caller;
    const [home, drafts, units] = await Promise.all([
      homeOf(deps.db, { posts, personId, actingFor, now: deps.clock() }),
      myDrafts(deps, caller, language),
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
