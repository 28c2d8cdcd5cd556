import { localDate } from "../../domain/calendar/index.ts";
import type { CommandBody } from "../../domain/engine/command.ts";
import { whyNotConsultable } from "../../domain/plan/consultable.ts";
import { peopleOf } from "../../store/index.ts";
import type { Deps } from "../deps.ts";
import type { Language } from "../http/language.ts";
import { describeProblem, ProblemError } from "../http/problem.ts";
import { unitName } from "../views/names.ts";

/** The workflow never reads the directory: a unit that is no more, or where nobody could answer, is refused here. */
export async function checkConsulted(deps: Deps, body: CommandBody, language: Language): Promise<void> {
  if (body.verb !== "consult") return;
  const now = deps.clock();
  const posts = body.roles.map((role) => ({ unit: body.unit, role }));
  const [units, people] = await Promise.all([deps.directory.units(), peopleOf(deps.db, posts, now)]);
  const why = whyNotConsultable(units.get(body.unit), people.length, localDate(now));
  if (why === null) return;
  const data = { unit: unitName(units, body.unit), why };
  const message = describeProblem(new ProblemError("unit-not-consultable", data), language, "").detail ?? "";
  const errors = [{ path: "body.body.unit", code: "unit-not-consultable", message }];
  throw new ProblemError("unit-not-consultable", data, { errors });
}
