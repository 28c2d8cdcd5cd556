import type { DraftView } from "../../domain/contracts/cases.ts";
import { problemText } from "../../domain/report/problem-texts.ts";
import type { Problem } from "../../domain/report/problem.ts";
import type { Language } from "../http/language.ts";

export const problemViews = (problems: readonly Problem[], language: Language): DraftView["problems"] =>
  problems.map((problem) => ({
    section: problem.section,
    path: problem.path,
    code: problem.code,
    message: problemText(problem, language),
  }));
