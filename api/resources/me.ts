import type { DemoAccount, Me } from "../../domain/contracts/directory.ts";
import { demoPeople, draftsOf, homeOf } from "../../store/index.ts";
import type { Caller } from "../auth/caller.ts";
import { DEMO_PASSWORD } from "../auth/demo-accounts.ts";
import { isoOrNull } from "../clock-text.ts";
import type { Deps } from "../deps.ts";
import { readAnnualDraft } from "../drafts/annual-draft.ts";
import type { Handlers } from "../http/handler.ts";
import { postView } from "../views/names.ts";

/** Drafting work on the first screen; more than a handful is a list, not a greeting. */
const DRAFTS_SHOWN = 5;

async function myDrafts(deps: Deps, { posts, personId, grants }: Caller): Promise<Me["home"]["drafts"]> {
  if (!grants.includes("work") || !posts.some((post) => post.role === "specialist")) return [];
  const rows = await draftsOf(deps.db, { posts, personId, pipeline: "annual-report", limit: DRAFTS_SHOWN });
  return rows.map(({ id, title, dueAt, input, body }) => {
    const { problems } = readAnnualDraft(body, input, { now: deps.clock() });
    return { caseId: id, title, dueAt: isoOrNull(dueAt), problems: problems.length };
  });
}

export const meHandlers = (deps: Deps): Pick<Handlers, "getMe" | "listDemoAccounts"> => ({
  getMe: async ({ caller }) => {
    const { posts, personId, actingFor, ...person } = caller;
    const [home, drafts, units] = await Promise.all([
      homeOf(deps.db, { posts, personId, actingFor, now: deps.clock() }),
      myDrafts(deps, caller),
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
