import type { Actor, PostRef } from "../../domain/engine/case.ts";
import { samePost } from "../../domain/engine/holders.ts";
import { actorsOf, type Caller } from "../auth/caller.ts";
import { ProblemError } from "../http/problem.ts";
import type { Language } from "../http/language.ts";
import { postText, type Units } from "../views/names.ts";

/** A post, and the delegation under which it acts. */
export interface ActingAs extends PostRef {
  delegationId?: string | undefined;
}

interface Choice {
  caller: Caller;
  /** What the sender named, if anything. */
  as: ActingAs | undefined;
  may: (actor: Actor) => boolean;
  units: Units;
  language: Language;
}

const isNamed = ({ post, onBehalfOf }: Actor, as: ActingAs): boolean =>
  samePost(post, as) && onBehalfOf?.delegationId === as.delegationId;

const actingAs = ({ post, onBehalfOf }: Actor): ActingAs => ({
  ...post,
  ...(onBehalfOf && { delegationId: onBehalfOf.delegationId }),
});

/** Whoever may act in their own right does: a delegation is for what they could not do without it. */
function ableOf(actors: readonly Actor[], may: Choice["may"]): Actor[] {
  const able = actors.filter(may);
  const own = able.filter(({ onBehalfOf }) => onBehalfOf === undefined);
  return own.length > 0 ? own : able;
}

/**
 * In which of their posts a person acts. Nobody acts in a post they do not hold or were not given; where none of theirs
 * may, the engine itself says why, so that the refusal is on record.
 */
export function chooseActor({ caller, as, may, units, language }: Choice): Actor {
  const actors = actorsOf(caller);
  if (as) {
    const named = actors.find((actor) => isNamed(actor, as));
    if (!named && as.delegationId !== undefined) throw new ProblemError("delegation-not-current", {});
    if (!named) throw new ProblemError("post-not-yours", { post: postText(units, as, language) });
    return named;
  }
  const able = ableOf(actors, may);
  if (able.length > 1) {
    const posts = able.map(({ post, onBehalfOf }) => postText(units, onBehalfOf?.post ?? post, language));
    throw new ProblemError("choose-post", { posts }, { extra: { posts: able.map(actingAs) } });
  }
  const [chosen] = able.length === 1 ? able : actors;
  if (!chosen) throw new ProblemError("not-allowed", { needs: "work" });
  return chosen;
}
