import type { Deadline } from "../../../domain/engine/pipeline.ts";
import type { Text } from "../i18n/use-text.ts";
import { decimal } from "../time/numbers.ts";
import { higherWords, type Tongue } from "./tongue.ts";

function reminderWords(remind: readonly number[], text: Text): string[] {
  const days = remind.filter((day) => day > 0).join(", ");
  const last = remind.includes(0);
  if (days === "") return last ? [text("pipelines.deadline.remindLast")] : [];
  return [text(last ? "pipelines.deadline.remindBoth" : "pipelines.deadline.remind", { days })];
}

export function termWords({ by, rework, target, remind, escalate }: Deadline, tongue: Tongue): string[] {
  const { text } = tongue;
  const days = (count: number) => ({ days: decimal(count) });
  const over = escalate && { days: escalate.after.join(", "), who: higherWords(escalate.to, tongue) };
  return [
    by === "case" ? text("pipelines.deadline.case") : text("pipelines.deadline.days", days(by.workingDays)),
    ...(rework === undefined ? [] : [text("pipelines.deadline.rework", days(rework))]),
    ...(target === undefined ? [] : [text("pipelines.deadline.target", days(target))]),
    ...reminderWords(remind, text),
    ...(over ? [text("pipelines.deadline.escalate", over)] : []),
  ];
}
