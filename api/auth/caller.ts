import type { Grant } from "../../domain/contracts/directory.ts";
import { actorsFor, type ActingFor } from "../../domain/delegation/index.ts";
import type { Actor, PostRef } from "../../domain/engine/case.ts";
import type { Language } from "../http/language.ts";

/** Who is asking, read anew for each request: a post that ended a second ago gives no right now. */
export interface Caller {
  personId: string;
  name: string;
  email: string;
  language: Language;
  posts: PostRef[];
  /** Rights of others that are delegated to them today. */
  actingFor: ActingFor[];
  grants: Grant[];
}

/** The caller in each post and each delegated one, as it goes into a command and stays in the record. */
export const actorsOf = (caller: Caller): Actor[] => actorsFor(caller);
