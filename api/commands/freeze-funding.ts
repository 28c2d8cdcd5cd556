import type { CommandRequest } from "../../domain/contracts/cases.ts";
import type { CommandBody } from "../../domain/engine/command.ts";
import { hashOf } from "../../domain/engine/seal.ts";
import { decidableLinesOf, factsOfList } from "../../domain/funding/list.ts";
import { factsOf } from "../../domain/funding/request-facts.ts";
import { decidableLines, requestedLines } from "../../domain/funding/request-lines.ts";
import { mustBeExplained } from "../../domain/campaign/position.ts";
import { localDate } from "../../domain/calendar/index.ts";
import { settingsOn } from "../../domain/funding/settings.ts";
import { listSettings, type CaseRow, type DeskMemberRow, type DraftRow } from "../../store/index.ts";
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
    facts: { ...factsOf(read.body, read.settings) },
    lines: decidableLines(requestedLines(row.id, read.body)),
  };
  const note = body.comment ? { comment: body.comment } : {};
  return { body: { verb: "submit", ...frozen, ...note }, frozen: { hash, body: read.body } };
}

/** A request that came to the department and is not in the list needs its reason, like an agency without a report. */
export async function freezeList(deps: Deps, call: FreezeCall, draft: DraftRow, body: Body<"freeze">): Result {
  const { request, row } = call;
  const { list, left, owing } = await readList(deps, row, draft.body);
  const explained = left.filter(({ position }) => mustBeExplained(position));
  const reasonOf = ({ caseId }: DeskMemberRow) => body.missing.find((member) => member.case === caseId)?.reason;
  const silent = explained.find((member) => reasonOf(member) === undefined);
  if (silent) {
    const names = await namesWith(deps.directory, row.input);
    throw new RejectionError({ code: "missing-unexplained", unit: silent.unitCode }, names);
  }
  const hash = hashOf(list);
  const frozen = {
    content: { id: request.id, hash },
    drafters: draft.drafters,
    facts: factsOfList(list, settingsOn(localDate(deps.clock()), await listSettings(deps.db))),
    lines: decidableLinesOf(list),
    included: owing - left.length,
    owing,
    missing: explained.map((member) => ({
      unit: member.unitCode,
      case: member.caseId,
      reason: reasonOf(member) ?? "",
    })),
  };
  return { body: { verb: "freeze", ...frozen }, frozen: { hash, body: list } };
}
