import type { Actor, PostRef } from "../../domain/engine/case.ts";
import { samePost } from "../../domain/engine/holders.ts";
import { actorsOf, type Caller } from "../auth/caller.ts";
import { ProblemError } from "../http/problem.ts";
import type { Language } from "../http/language.ts";
import { postText, type Units } from "../views/names.ts";

interface Choice {
  caller: Caller;
  /** The post the sender named, if any. */
  as: PostRef | undefined;
  may: (actor: Actor) => boolean;
  units: Units;
  language: Language;
}

/**
 * In which of their posts a person acts. Nobody acts in a post they do not hold; where none of theirs may, the engine
 * itself says why, so that the refusal is on record.
 */
export function chooseActor({ caller, as, may, units, language }: Choice): Actor {
  const actors = actorsOf(caller);
  if (as) {
    const named = actors.find((actor) => samePost(actor.post, as));
    if (!named) throw new ProblemError("post-not-yours", { post: postText(units, as, language) });
    return named;
  }
  const able = actors.filter(may);
  if (able.length > 1) {
    const posts = able.map((actor) => postText(units, actor.post, language));
    throw new ProblemError("choose-post", { posts }, { extra: { posts: able.map((actor) => actor.post) } });
  }
  const [chosen] = able.length === 1 ? able : actors;
  if (!chosen) throw new ProblemError("not-allowed", { needs: "work" });
  return chosen;
}
