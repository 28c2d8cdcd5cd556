import type { CaseView, EventView } from "../../../domain/contracts/cases.ts";
import { usePostName } from "../elements/use-post-name.ts";
import { useText } from "../i18n/use-text.ts";
import type { Text } from "../i18n/use-text.ts";
import { dueDate } from "../time/dates.ts";
import { usePartName } from "./use-part-name.ts";

type Fact = readonly [label: string, value: string];

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];

function tableOf(migration: unknown, text: Text): string {
  const { from, to } = (migration ?? {}) as { from?: { version: number }; to?: { version: number } };
  return from && to ? text("event.fromTo", { from: from.version, to: to.version }) : "";
}

function movedDue({ due }: EventView, text: Text): string {
  if (!due) return "";
  const shown = (at: string | null) => (at === null ? text("event.noDue") : dueDate(at));
  return text("event.fromTo", { from: shown(due.from), to: shown(due.to) });
}

/** Most agencies are missing for one and the same reason: it is said once. */
function byReason(missing: EventView["missing"]): string[] {
  const reasons = new Map<string, string[]>();
  for (const { reason, unitName } of missing) reasons.set(reason, [...(reasons.get(reason) ?? []), unitName]);
  return [...reasons].map(([reason, units]) => `${reason}: ${units.join(", ")}`);
}

/** What an event says beyond its name: to whom, from when to when, which sections, who was left out. */
export function useEventFacts(event: EventView, view: CaseView): Fact[] {
  const text = useText();
  const partName = usePartName(view);
  const postName = usePostName();
  const { assigned, missing, number, data } = event;
  const facts: Fact[] = [
    [text("eventFact.assigned"), assigned ? [postName(assigned), assigned.person].filter(Boolean).join(": ") : ""],
    [text("eventFact.due"), movedDue(event, text)],
    [text("eventFact.sections"), textsOf(data["sections"]).map(partName).join(", ")],
    [text("eventFact.missing"), byReason(missing).join("; ")],
    [text("eventFact.number"), number ?? ""],
    [text("eventFact.addendum"), data["addendum"] === true ? text("event.addendum") : ""],
    [text("eventFact.table"), tableOf(data["migration"], text)],
  ];
  return facts.filter(([, value]) => value !== "");
}
