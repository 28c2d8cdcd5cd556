import { fromNodeHeaders } from "better-auth/node";
import type { Request, RequestHandler } from "express";
import type { Grant } from "../../domain/contracts/directory.ts";
import type { Actor, PostRef } from "../../domain/engine/case.ts";
import { personByEmail, postsOf, type Db } from "../../store/index.ts";
import type { Language } from "../http/language.ts";
import { ProblemError } from "../http/problem.ts";
import { stateOf } from "../http/request-state.ts";
import type { Rights } from "../rights.ts";
import type { Auth } from "./auth.ts";

/** Who is asking, read anew for each request: a post that ended a second ago gives no right now. */
export interface Caller {
  personId: string;
  name: string;
  email: string;
  language: Language;
  posts: PostRef[];
  grants: Grant[];
}

export const callerOf = (request: Request): Caller | null => stateOf(request).caller;

/** The caller in each post, as it goes into a command and stays in the record. */
export const actorsOf = (caller: Caller): Actor[] =>
  caller.posts.map((post) => ({ personId: caller.personId, name: caller.name, post }));

interface Deps {
  auth: Auth;
  db: Db;
  rights: Rights;
  clock: () => number;
}

async function findCaller({ db, rights, clock }: Deps, email: string): Promise<Caller> {
  const person = await personByEmail(db, email);
  if (!person) throw new ProblemError("no-account", { email });
  const posts = await postsOf(db, person.id, clock());
  return {
    personId: person.id,
    name: person.name,
    email: person.email,
    language: person.language === "en" ? "en" : "vi",
    posts,
    grants: rights.grantsOf(posts),
  };
}

export const identify =
  (deps: Deps): RequestHandler =>
  async (request, _response, next) => {
    const session = request.headers.cookie
      ? await deps.auth.api.getSession({ headers: fromNodeHeaders(request.headers) })
      : null;
    if (session) stateOf(request).caller = await findCaller(deps, session.user.email);
    next();
  };
