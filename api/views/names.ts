import type { CaseInput, PostRef } from "../../domain/engine/case.ts";
import { verbLabel } from "../../domain/engine/labels.ts";
import type { Label, Role } from "../../domain/engine/pipeline.ts";
import type { UnitRow } from "../../store/index.ts";
import { timeText } from "../clock-text.ts";
import type { Language } from "../http/language.ts";
import { texts, type Names } from "../texts/index.ts";
import type { Directory, Tables } from "./directory.ts";

export type Units = ReadonlyMap<string, UnitRow>;

export const unitName = (units: Units, code: string): string => units.get(code)?.name ?? code;
const unitIn = (units: Units, code: string, language: Language): string => {
  const unit = units.get(code);
  return (language === "en" ? unit?.nameEn : unit?.name) || code;
};

export const postView = (units: Units, { unit, role }: PostRef) => ({ unit, role, unitName: unitName(units, unit) });

export function postText(units: Units, { unit, role }: PostRef, language: Language): string {
  return `${texts[language].roles[role]}, ${unitIn(units, unit, language)}`;
}

const rolesText = (roles: readonly Role[], language: Language): string =>
  roles.map((role) => texts[language].roles[role]).join(" / ");

/** The words a refusal on this case needs, in one language. */
export const namesOfCase =
  (input: CaseInput, units: Units) =>
  (language: Language): Names => ({
    ...namesOfUnits(units)(language),
    step: (id) => input.pipeline.steps[id]?.name[language] ?? id,
  });

export const namesOfUnits =
  (units: Units) =>
  (language: Language): Names => ({
    step: (id) => id,
    verb: (verb) => verbLabel({ kind: "end", name: { vi: "", en: "" }, outcome: "completed" }, verb)[language],
    post: (post) => postText(units, post, language),
    holder: ({ roles }, unit) =>
      [rolesText(roles, language), unit && unitIn(units, unit, language)].filter(Boolean).join(", "),
    unit: (code) => unitIn(units, code, language),
    time: timeText,
  });

export const namesWith = async (directory: Directory, input: CaseInput | null) => {
  const units = await directory.units();
  return input ? namesOfCase(input, units) : namesOfUnits(units);
};

/** Lists carry no pipeline table: published versions never change, so those name the steps. */
export function stepName(tables: Tables, id: string, version: number, step: string): Label {
  return tables.get(`${id}@${version}`)?.steps[step]?.name ?? { vi: step, en: step };
}
