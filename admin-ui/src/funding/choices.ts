import { ceilingSources, outsideSources } from "../../../domain/funding/check-outside.ts";
import { SECRET_TASK } from "../../../domain/funding/check-request.ts";
import { FUNDING_YEARS, windowOptions } from "../../../domain/funding/windows.ts";
import { isUnit, planTasks, program } from "../../../domain/plan/plan.ts";
import type { Language } from "../i18n/use-text.ts";
import type { Choices } from "./ChoiceField.tsx";
import { groupName } from "./names.ts";

export const yearChoices: Choices = FUNDING_YEARS.map((year) => [String(year), String(year)]);

const sources = (of: readonly { readonly code: string }[], language: Language): Choices =>
  of.map(({ code }) => [code, groupName("source", code, language)]);

export const sourceChoices = (language: Language): Choices => sources(program.fundingSources, language);
export const ceilingSourceChoices = (language: Language): Choices => sources(ceilingSources, language);
export const outsideSourceChoices = (language: Language): Choices => sources(outsideSources, language);

export const taskChoices = (language: Language): Choices =>
  planTasks.filter(({ code }) => code !== SECRET_TASK).map(({ code }) => [code, groupName("task", code, language)]);

export const unitChoices = (language: Language): Choices =>
  program.agencies.filter(isUnit).map(({ code }) => [code, groupName("unit", code, language)]);

export const windowChoices = (language: Language): Choices =>
  windowOptions.map(({ value, label }) => [value, label[language]]);
