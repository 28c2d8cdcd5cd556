import type { DraftView } from "../../domain/contracts/cases.ts";
import { fundingProblemText } from "../../domain/funding/funding-problem-texts.ts";
import { blocks, type FundingProblem } from "../../domain/funding/funding-problem.ts";
import type { CaseRow, DraftRow } from "../../store/index.ts";
import type { Deps } from "../deps.ts";
import type { Language } from "../http/language.ts";
import { ProblemError } from "../http/problem.ts";
import { parseAnnualDraft, readAnnualDraft } from "./annual-draft.ts";
import { parseEditorial, readEditorial } from "./consolidation.ts";
import { parseListDraft, readList } from "./funding-list.ts";
import { parseRequest, readRequest } from "./funding-request.ts";
import { parsePaper, readPaper } from "./paper.ts";
import { problemViews } from "./problem-views.ts";

export type FormName = "annual-report" | "consolidated-report" | "funding-request" | "funding-list" | "paper";
type Body = Record<string, unknown>;
type Checked = Pick<DraftView, "body" | "problems">;

/** What a pipeline's draft is: how it is read in, and how it looks with what is wrong with it. */
interface Form {
  parse: (body: Body, language: Language) => unknown;
  view: (deps: Deps, row: CaseRow, draft: DraftRow, language: Language) => Promise<Checked>;
}

const sectionOf = (path: string): string => {
  const [root, section] = path.split(".");
  return root === "sections" && section !== undefined ? section : "head";
};

export const fundingProblemViews = (problems: readonly FundingProblem[], language: Language): DraftView["problems"] =>
  problems.map((problem) => ({
    section: sectionOf(problem.path),
    path: problem.path,
    code: problem.code,
    severity: problem.severity,
    message: fundingProblemText(problem, language),
  }));

/** Warnings go along with the paper; what blocks does not leave the house. */
export function refuseBlocked(problems: readonly FundingProblem[], language: Language): void {
  if (!blocks(problems)) return;
  const blocking = problems.filter(({ severity }) => severity === "block");
  const errors = fundingProblemViews(blocking, language);
  const sections = [...new Set(errors.map(({ section }) => section))];
  throw new ProblemError(
    "content-incomplete",
    { count: errors.length },
    { errors: errors.map(({ path, code, message }) => ({ path, code, message })), extra: { sections } },
  );
}

const forms: Record<FormName, Form> = {
  "annual-report": {
    parse: parseAnnualDraft,
    view: async (deps, row, draft, language) => {
      const { body, problems } = readAnnualDraft(draft.body, row.input, { now: deps.clock() });
      return { body, problems: problemViews(problems, language) };
    },
  },
  "consolidated-report": {
    parse: parseEditorial,
    view: async (_deps, _row, draft, language) => {
      const { body, problems } = readEditorial(draft.body);
      return { body, problems: problemViews(problems, language) };
    },
  },
  "funding-request": {
    parse: parseRequest,
    view: async (deps, row, draft, language) => {
      const { body, problems } = await readRequest(deps, draft.body, row);
      return { body, problems: fundingProblemViews(problems, language) };
    },
  },
  "funding-list": {
    parse: parseListDraft,
    view: async (deps, row, draft) => {
      const { list } = await readList(deps, row, draft.body);
      return { body: { ...list }, problems: [] };
    },
  },
  paper: {
    parse: parsePaper,
    view: (_deps, row, draft, language) => {
      const { body, problems } = readPaper(draft.body, row, language);
      return Promise.resolve({ body: { ...body }, problems });
    },
  },
};

const names = Object.keys(forms) as FormName[];

/** The form of a pipeline; one that was uploaded is written section by section, as its table says. */
export const formNameOf = (pipelineId: string): FormName => names.find((name) => name === pipelineId) ?? "paper";

export const formOf = (pipelineId: string): Form => forms[formNameOf(pipelineId)];
