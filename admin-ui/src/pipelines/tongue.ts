import type { Condition, Holder, Pipeline, StepId } from "../../../domain/engine/pipeline.ts";
import { partyLabels, roleLabels } from "../../../domain/lint/labels.ts";
import type { Label, Text } from "../i18n/use-text.ts";
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

export const holderWords = ({ party, roles }: Holder, { label }: Tongue): string =>
  `${roles.map((role) => label(roleLabels[role])).join(" / ")}, ${label(partyLabels[party])}`;

export function conditionWords(condition: Condition, { text }: Tongue): string {
  const named = condition.field;
  const field = condition.of === "content" ? text("pipelines.when.content", { field: named }) : named;
  if ("in" in condition) return text("pipelines.when.in", { field, value: condition.in.join(", ") });
  if ("atLeast" in condition) return text("pipelines.when.atLeast", { field, value: decimal(condition.atLeast) });
  const { is } = condition;
  const value = typeof is === "string" ? is : text(is ? "pipelines.when.yes" : "pipelines.when.no");
  return text("pipelines.when.is", { field, value });
}
