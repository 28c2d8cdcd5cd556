import type { Actor, Delegation, Instant, PostRef } from "../engine/actor.ts";

/** A right of somebody else's that a person exercises today, as the register says it. */
export interface ActingFor {
  delegationId: string;
  /** The delegate's own post. */
  post: PostRef;
  holder: { personId: string; name: string; post: PostRef };
  from: Instant;
  /** First instant at which it is over: by its date, or because one of the two leaves their post. */
  until: Instant;
  pipelines: readonly string[];
  /** Integer đồng. */
  ceiling: string | null;
}

const proofOf = ({ delegationId, holder, from, until, pipelines, ceiling }: ActingFor): Delegation => ({
  delegationId,
  ...holder,
  from,
  until,
  ...(pipelines.length > 0 && { scope: { pipelines } }),
  ...(ceiling !== null && { ceiling: Number(ceiling) }),
});

interface Person {
  personId: string;
  name: string;
  posts: readonly PostRef[];
  actingFor: readonly ActingFor[];
}

/** A person in each of their own posts, then in each post they act for: one's own right comes first. */
export const actorsFor = ({ personId, name, posts, actingFor }: Person): Actor[] => [
  ...posts.map((post) => ({ personId, name, post })),
  ...actingFor.map((acting) => ({ personId, name, post: acting.post, onBehalfOf: proofOf(acting) })),
];
