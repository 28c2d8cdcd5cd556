import type { ComponentType } from "react";
import type { CaseView } from "../../../domain/contracts/cases.ts";
import type { FieldSpec, Label, TableSpec } from "../../../domain/report/form-spec.ts";
import type { Reading } from "../report/cell-value.ts";
import type { Json } from "./set-at.ts";

export interface FormSection {
  readonly key: string;
  readonly label: Label;
  readonly fields: readonly FieldSpec[];
  readonly tables: readonly TableSpec[];
}

/** A paper that is written part by part: what the editor, the merge of two drafts and the check know of it. */
export interface DraftForm {
  readonly headFields: readonly FieldSpec[];
  /** Paths that the case settles, not the hand. */
  readonly given: (view: CaseView) => readonly string[];
  readonly sections: readonly FormSection[];
  /** Sections of a report are called by their Roman numbers. */
  readonly numbered: boolean;
  readonly Section: ComponentType<{ section: FormSection; asked: Asked | null }>;
  /** What will be submitted, as others will read it. */
  readonly Answers: ComponentType<{ body: Json; view: CaseView }>;
  /** Cells of a sheet take the focus themselves: not every one of them is in the page. */
  readonly isCell: (path: string) => boolean;
}

/** A place that somebody wants to see; a new object each time. */
export interface Asked {
  readonly path: string;
}

export const partsOf = ({ sections }: Pick<DraftForm, "sections">): readonly string[] => [
  "head",
  ...sections.map(({ key }) => `sections.${key}`),
];

/** Where the editor can stand. */
export const stopsOf = ({ headFields, sections }: DraftForm): readonly string[] => [
  ...(headFields.length > 0 ? ["head"] : []),
  ...sections.map(({ key }) => key),
  "check",
];

export const sectionName = ({ numbered }: DraftForm, { key }: FormSection, label: string): string =>
  numbered ? `${key}. ${label}` : label;

/** null: the head, which is called the same in every form. */
export function nameOfPart(form: DraftForm, part: string, { label }: Pick<Reading, "label">): string | null {
  const section = form.sections.find(({ key }) => part === `sections.${key}`);
  return section ? sectionName(form, section, label(section.label)) : null;
}
