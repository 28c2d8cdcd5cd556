import type { Pipeline, Step, StepId } from "../engine/pipeline.ts";
import { slugOf } from "../text/text.ts";

/*
 * The content of a pipeline that has no form of its own: one text for each section that its table names (tờ trình, công
 * văn, đơn đề nghị). What a section is called is the table's; here it has a key that can stand in an address.
 */

export interface PaperSection {
  key: string;
  name: string;
}

export interface Paper {
  sections: Readonly<Record<string, { readonly text?: string | undefined }>>;
}

const sectionsOfStep = (step: Step | undefined): readonly string[] => (step?.kind === "submit" ? step.sections : []);

/** Every section that some desk of the table writes, in the table's order. */
export function paperSections({ steps }: Pipeline): PaperSection[] {
  const names = [...new Set(Object.values(steps).flatMap(sectionsOfStep))];
  const sections: PaperSection[] = [];
  for (const name of names.length > 0 ? names : [WHOLE]) {
    const slug = slugOf(name) || "muc";
    const taken = sections.filter(({ key }) => key === slug || key.startsWith(`${slug}--`)).length;
    sections.push({ key: taken === 0 ? slug : `${slug}--${taken + 1}`, name });
  }
  return sections;
}

/** A table that names no section has a text all the same. */
const WHOLE = "Nội dung";

/** Sections that must be written before the paper leaves this step. */
function requiredSections(table: Pipeline, step: StepId): PaperSection[] {
  const all = paperSections(table);
  const wanted = sectionsOfStep(table.steps[step]);
  return wanted.length === 0 ? all.slice(0, 1) : all.filter(({ name }) => wanted.includes(name));
}

const written = ({ sections }: Paper, key: string): boolean => (sections[key]?.text ?? "").trim() !== "";

/** What is still to be written. */
export const lackingSections = (table: Pipeline, step: StepId, paper: Paper): PaperSection[] =>
  requiredSections(table, step).filter(({ key }) => !written(paper, key));

/** What the table knows and somebody wrote; what an older table called otherwise is left out. */
export function tidyPaper(table: Pipeline, paper: Paper): Paper {
  const kept = paperSections(table).filter(({ key }) => written(paper, key));
  return { sections: Object.fromEntries(kept.map(({ key }) => [key, { text: paper.sections[key]?.text ?? "" }])) };
}

/** Texts by the names that the table gives them: a signature that concerns a section stands while its text does. */
export const textsByName = (table: Pipeline, { sections }: Paper): Record<string, string> =>
  Object.fromEntries(paperSections(table).map(({ key, name }) => [name, sections[key]?.text ?? ""]));
