import type { CommandRequest } from "../../domain/contracts/cases.ts";
import type { CommandBody } from "../../domain/engine/command.ts";
import { hashOf } from "../../domain/engine/seal.ts";
import { textsByName } from "../../domain/paper/paper.ts";
import type { CaseRow, DraftRow } from "../../store/index.ts";
import { readPaper } from "../drafts/paper.ts";
import { ProblemError } from "../http/problem.ts";
import type { Language } from "../http/language.ts";

interface FreezeCall {
  request: CommandRequest;
  row: CaseRow;
  language: Language;
}

type Submit = Extract<CommandRequest["body"], { verb: "submit" }>;

/** Each section goes with a hash of its own: a table may say which of them a signature concerns. */
export function freezePaper(
  { request, row, language }: FreezeCall,
  draft: DraftRow,
  { comment }: Submit,
): { body: CommandBody; frozen: { hash: string; body: unknown } } {
  const { body, problems } = readPaper(draft.body, row, language);
  if (problems.length > 0) {
    const errors = problems.map(({ path, code, message }) => ({ path, code, message }));
    const sections = problems.map(({ section }) => section);
    throw new ProblemError("content-incomplete", { count: errors.length }, { errors, extra: { sections } });
  }
  const hash = hashOf(body);
  const texts = Object.entries(textsByName(row.input.pipeline, body));
  const sections = Object.fromEntries(texts.map(([name, text]) => [name, hashOf(text)]));
  const content = { id: request.id, hash, sections };
  return {
    body: { verb: "submit", content, drafters: draft.drafters, ...(comment && { comment }) },
    frozen: { hash, body },
  };
}
