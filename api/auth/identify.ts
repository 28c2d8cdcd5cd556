import { fromNodeHeaders } from "better-auth/node";
import type { RequestHandler } from "express";
import { actingForOf, personByEmail, postsOf } from "../../store/index.ts";
import type { Deps } from "../deps.ts";
import { ProblemError } from "../http/problem.ts";
import { stateOf } from "../http/request-state.ts";
import type { Caller } from "./caller.ts";

type IdentifyDeps = Pick<Deps, "auth" | "db" | "rights" | "clock">;

async function findCaller({ db, rights, clock }: IdentifyDeps, email: string): Promise<Caller> {
  const person = await personByEmail(db, email);
  if (!person) throw new ProblemError("no-account", { email });
  const now = clock();
  const [posts, actingFor] = await Promise.all([postsOf(db, person.id, now), actingForOf(db, person.id, now)]);
  return {
    personId: person.id,
    name: person.name,
    email: person.email,
    language: person.language === "en" ? "en" : "vi",
    posts,
    actingFor,
    grants: rights.grantsOf([...posts, ...actingFor.map(({ holder }) => holder.post)]),
  };
}

/** From the session cookie to a person with posts; without a session the request goes on as nobody's. */
export const identify =
  (deps: IdentifyDeps): RequestHandler =>
  async (request, _response, next) => {
    const session = request.headers.cookie
      ? await deps.auth.api.getSession({ headers: fromNodeHeaders(request.headers) })
      : null;
    if (session) stateOf(request).caller = await findCaller(deps, session.user.email);
    next();
  };
