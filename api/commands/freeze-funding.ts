import { localDate } from "../../domain/calendar/index.ts";
import type { CommandRequest } from "../../domain/contracts/cases.ts";
import type { CommandBody } from "../../domain/engine/command.ts";
import { hashOf } from "../../domain/engine/seal.ts";
import { decidableLinesOf, factsOfList } from "../../domain/funding/list.ts";
import { factsOf } from "../../domain/funding/request-facts.ts";
import { decidableLines, requestedLines } from "../../domain/funding/request-lines.ts";
import { settingsOn } from "../../domain/funding/settings.ts";
import type { CaseRow, DraftRow } from "../../store/index.ts";
import type { Deps } from "../deps.ts";
import { refuseBlocked } from "../drafts/forms.ts";
import { readList } from "../drafts/funding-list.ts";
import { readRequest } from "../drafts/funding-request.ts";
import type { Language } from "../http/language.ts";
import { RejectionError } from "../http/rejection-problem.ts";
import { namesWith } from "../views/names.ts";

interface FreezeCall {
  request: CommandRequest;
  row: CaseRow;
  language: Language;
}

type Body<V> = Extract<CommandRequest["body"], { verb: V }>;
type Result = Promise<{ body: CommandBody; frozen: { hash: string; body: unknown } }>;

/** With the request go its facts, on which the path depends, and its lines, each with a hash of all it says. */
export async function freezeRequest(deps: Deps, call: FreezeCall, draft: DraftRow, body: Body<"submit">): Result {
  const { request, row, language } = call;
  const read = await readRequest(deps, draft.body, row);
  refuseBlocked(read.problems, language);
  const hash = hashOf(read.body);
  const sections = Object.fromEntries(
    Object.entries(read.body.sections ?? {}).map(([key, section]) => [key, hashOf(section ?? {})]),
  );
  const frozen = {
    content: { id: request.id, hash, sections },
    drafters: draft.drafters,
    facts: { ...factsOf(read.body, settingsOn(localDate(deps.clock()))) },
    lines: decidableLines(requestedLines(row.id, read.body)),
  };
  const note = body.comment ? { comment: body.comment } : {};
  return { body: { verb: "submit", ...frozen, ...note }, frozen: { hash, body: read.body } };
}

/** A request that is not in the list needs its reason, like an agency without a report. */
export async function freezeList(deps: Deps, call: FreezeCall, draft: DraftRow, body: Body<"freeze">): Result {
  const { request, row } = call;
  const { list, missing, owing } = await readList(deps, row, draft.body);
  const silent = missing.find((member) => !body.missing.some(({ unit }) => unit === member.unitCode));
  if (silent) {
    const names = await namesWith(deps.directory, row.input);
    throw new RejectionError({ code: "missing-unexplained", unit: silent.unitCode }, names);
  }
  const hash = hashOf(list);
  const reasons = [...new Map(body.missing.map(({ unit, reason }) => [unit, reason]))];
  const left = reasons.filter(([unit]) => missing.some(({ unitCode }) => unitCode === unit));
  const frozen = {
    content: { id: request.id, hash },
    drafters: draft.drafters,
    facts: factsOfList(list),
    lines: decidableLinesOf(list),
    included: list.members.length,
    owing,
    missing: left.map(([unit, reason]) => ({ unit, reason })),
  };
  return { body: { verb: "freeze", ...frozen }, frozen: { hash, body: list } };
}
