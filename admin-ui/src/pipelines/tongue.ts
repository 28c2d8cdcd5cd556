import type { Awaited, Condition, Holder, Pipeline, StepId } from "../../../domain/engine/pipeline.ts";
import { partyLabels, roleLabels } from "../../../domain/lint/labels.ts";
import type { Label, Text } from "../i18n/use-text.ts";
import { vi } from "../i18n/messages.ts";
import { decimal } from "../time/numbers.ts";

/** What it takes to say something about a table in the reader's language. */
export interface Tongue {
  text: Text;
  label: (label: Label) => string;
}

export function stepName(table: Pipeline, id: StepId, { label }: Pick<Tongue, "label">): string {
  const step = Object.hasOwn(table.steps, id) ? table.steps[id] : undefined;
  return (step && label(step.name)) || id;
}

const rolesOf = (roles: Holder["roles"], { label }: Tongue): string =>
  roles.map((role) => label(roleLabels[role])).join(" / ");

export const holderWords = ({ party, roles }: Holder, tongue: Tongue): string =>
  `${rolesOf(roles, tongue)}, ${tongue.label(partyLabels[party])}`;

export const higherWords = (to: Holder | Awaited, tongue: Tongue): string =>
  "asked" in to ? tongue.text("pipelines.awaited", { roles: rolesOf(to.asked, tongue) }) : holderWords(to, tongue);

type Phrase = keyof typeof vi.pipelines.field;
const isPhrase = (field: string): field is Phrase => Object.hasOwn(vi.pipelines.field, field);

/** A field that the shipped forms have is told as a phrase; another one by its name. */
export function conditionWords(condition: Condition, { text }: Tongue): string {
  const named = condition.field;
  if ("is" in condition && typeof condition.is === "boolean" && isPhrase(named)) {
    const phrase = text(`pipelines.field.${named}`);
    return condition.is ? phrase : text("pipelines.when.isNot", { phrase });
  }
  const field = condition.of === "content" ? text("pipelines.when.content", { field: named }) : named;
  if ("in" in condition) return text("pipelines.when.in", { field, value: condition.in.join(", ") });
  if ("atLeast" in condition) return text("pipelines.when.atLeast", { field, value: decimal(condition.atLeast) });
  const { is } = condition;
  const value = typeof is === "string" ? is : text(is ? "pipelines.when.yes" : "pipelines.when.no");
  return text("pipelines.when.is", { field, value });
}
