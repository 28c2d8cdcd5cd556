import type { Role } from "./pipeline.ts";

/** Epoch milliseconds, UTC. */
export type Instant = number;

/** A post (chức danh) is unit × role; persons hold posts from–to. */
export interface PostRef {
  unit: string;
  role: Role;
}

/** Open work lies with a post, or with one person when an administrator reassigned it. */
export interface Assignment extends PostRef {
  personId?: string;
}

/** Who acts, as the API proved it; it is audit evidence, so it travels in the command itself. */
export interface Actor {
  personId: string;
  /** Name at the time of the act: signed papers keep it for ever. */
  name: string;
  post: PostRef;
  onBehalfOf?: Delegation;
}

/**
 * Acting for another post (ủy quyền): what the server read in the directory, put into the command as proof. The engine
 * checks it; it never looks delegations up.
 */
export interface Delegation {
  delegationId: string;
  personId: string;
  name: string;
  post: PostRef;
  /** Absent: valid already. */
  from?: Instant;
  /** First instant at which it is over. */
  until: Instant;
  /** Absent members do not narrow. */
  scope?: { pipelines?: readonly string[]; cases?: readonly string[]; verbs?: readonly string[] };
  /** Integer đồng: what is worth more is decided by the delegating person. */
  ceiling?: number;
  /** The delegation under which the delegating person held the post, if any: then it was passed on, which is void. */
  through?: string;
}
