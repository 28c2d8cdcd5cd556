import { listPeople, personById, type PersonRow } from "../../store/index.ts";
import type { Caller } from "../auth/caller.ts";
import type { Deps } from "../deps.ts";
import type { Handlers } from "../http/handler.ts";
import { pageOf } from "../http/page.ts";
import { ProblemError } from "../http/problem.ts";
import { requireGrant } from "../rights.ts";
import { postView } from "../views/names.ts";

async function knownPerson(deps: Deps, personId: string): Promise<PersonRow> {
  const person = await personById(deps.db, personId);
  if (!person) throw new ProblemError("not-found", { what: "person" });
  return person;
}

/** Nobody locks themselves out, and nobody makes or ends an account unseen. */
async function holderFor(deps: Deps, caller: Caller, personId: string): Promise<PersonRow> {
  requireGrant(caller, "administer");
  if (personId === caller.personId) throw new ProblemError("own-account", {});
  return knownPerson(deps, personId);
}

const note = ({ log }: Deps, caller: Caller, about: { personId: string; reason: string }, what: string): void =>
  log.info({ by: caller.personId, ...about }, what);

export const accountHandlers = (deps: Deps): Pick<Handlers, "listPeople" | "openAccount" | "endAccount"> => ({
  listPeople: async ({ caller, query }) => {
    requireGrant(caller, "administer", "audit");
    const { items, next } = await listPeople(deps.db, { ...pageOf(query), q: query.q, now: deps.clock() });
    const units = await deps.directory.units();
    const accounts = await deps.accounts.among(items.map(({ email }) => email));
    const people = items.map(({ id, name, email, posts }) => ({
      id,
      name,
      email,
      posts: posts.map((post) => postView(units, post)),
      account: accounts.has(email.toLowerCase()),
    }));
    return { items: people, next };
  },

  openAccount: async ({ caller, params, body }) => {
    const { id, name, email } = await holderFor(deps, caller, params.personId);
    const password = await deps.accounts.open({ id, name, email });
    if (password === null) throw new ProblemError("account-exists", { name });
    note(deps, caller, { personId: id, reason: body.reason }, "account opened");
    return { personId: id, email, password };
  },

  endAccount: async ({ caller, params, body }) => {
    const { id, name, email } = await holderFor(deps, caller, params.personId);
    if (!(await deps.accounts.end(email))) throw new ProblemError("account-missing", { name });
    note(deps, caller, { personId: id, reason: body.reason }, "account ended");
    return { personId: id, email };
  },
});
