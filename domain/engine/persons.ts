import type { Actor, PostRef } from "./case.ts";

/** Both the hand that signs and the person it signs for. */
export const personsOf = (actor: Actor): string[] =>
  actor.onBehalfOf ? [actor.personId, actor.onBehalfOf.personId] : [actor.personId];

/** The post in whose right the actor acts. */
export const rightOf = (actor: Actor): PostRef => actor.onBehalfOf?.post ?? actor.post;
