import type { CommandBody } from "../../domain/engine/command.ts";
import { peopleOf } from "../../store/index.ts";
import type { Deps } from "../deps.ts";
import { ProblemError } from "../http/problem.ts";
import type { Language } from "../http/language.ts";
import { postText } from "../views/names.ts";

/** Work goes only to somebody who holds the post today; which posts may have it, the engine says. */
export async function checkAssignee(
  deps: Deps,
  { language }: { language: Language },
  body: CommandBody,
): Promise<void> {
  if (body.verb !== "reassign") return;
  const { personId, ...post } = body.to;
  const people = await peopleOf(deps.db, [post], deps.clock());
  if (people.some((person) => personId === undefined || person.personId === personId)) return;
  const units = await deps.directory.units();
  throw new ProblemError("nobody-in-post", { post: postText(units, post, language), person: personId !== undefined });
}
