import type { DraftView } from "../../domain/contracts/cases.ts";
import { paperSchema } from "../../domain/contracts/paper.ts";
import { lackingSections, tidyPaper, type Paper } from "../../domain/paper/paper.ts";
import { normalizeDraft } from "../../domain/report/normalize.ts";
import type { CaseRow } from "../../store/index.ts";
import type { Language } from "../http/language.ts";
import { invalidInput } from "../http/issues.ts";
import { texts } from "../texts/index.ts";

export function parsePaper(body: unknown, language: Language): Paper {
  const parsed = paperSchema.safeParse(normalizeDraft(body), { reportInput: true });
  if (!parsed.success) throw invalidInput(parsed.error, "body.body", language);
  return parsed.data;
}

/** A stored paper with the sections that are still to be written. */
export function readPaper(
  stored: unknown,
  { input, state }: Pick<CaseRow, "input" | "state">,
  language: Language,
): { body: Paper; problems: DraftView["problems"] } {
  const body = tidyPaper(input.pipeline, paperSchema.parse(normalizeDraft(stored)));
  const lacking = lackingSections(input.pipeline, state.step, body);
  const problems = lacking.map(({ key, name }) => ({
    section: key,
    path: `sections.${key}.text`,
    code: "required",
    message: texts[language].sectionEmpty(name),
  }));
  return { body, problems };
}
