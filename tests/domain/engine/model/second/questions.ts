import type { Actor } from "../../../../../domain/engine/index.ts";
import { isOne, persons, right, type Sheet } from "./sheet.ts";

type Question = Sheet["questions"][number];

export const askedOf = ({ questions }: Sheet, actor: Actor): Question[] =>
  questions.filter(({ to }) => isOne(actor, to));

/** What somebody may take back: their own questions, their post's; an administrator in their own name any. */
export const askedBy = ({ questions }: Sheet, actor: Actor): Question[] =>
  questions.filter(({ persons: asked, post }) => {
    const { unit, role } = right(actor);
    const same = post.unit === unit && post.role === role;
    return same || asked.includes(actor.personId) || (role === "admin" && !actor.onBehalfOf);
  });

/** The one that is named, or the only one there is. */
export const meant = (open: readonly Question[], seq: number | undefined): Question | undefined =>
  seq === undefined ? (open.length === 1 ? open[0] : undefined) : open.find((one) => one.seq === seq);

export const asksAlready = ({ questions }: Sheet, actor: Actor): boolean =>
  questions.some((one) => one.persons.some((id) => persons(actor).includes(id)));
