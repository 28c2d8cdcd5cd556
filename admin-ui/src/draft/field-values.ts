import { isLocalDate } from "../../../domain/calendar/local-time.ts";
import { parseDong } from "../../../domain/money/dong.ts";
import type { FieldSpec } from "../../../domain/report/form-spec.ts";
import type { Option } from "../../../domain/report/form-spec.ts";
import type { Reading } from "../report/cell-value.ts";
import type { MessageKey } from "../i18n/messages.ts";
import { parseDecimal } from "../time/numbers.ts";

export type Typed = { ok: true; value: unknown } | { ok: false; error: MessageKey };

const refused = (error: MessageKey): Typed => ({ ok: false, error });

function dateOf(text: string): Typed {
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim());
  const value = parts && `${parts[3]}-${parts[2]!.padStart(2, "0")}-${parts[1]!.padStart(2, "0")}`;
  return value && isLocalDate(value) ? { ok: true, value } : refused("draft.badDate");
}

function numberOf(text: string, type: FieldSpec["type"]): Typed {
  const value = parseDecimal(text);
  const whole = type === "integer" || type === "year";
  if (value === undefined || (whole && !Number.isInteger(value))) {
    return refused(whole ? "draft.badWhole" : "draft.badNumber");
  }
  return { ok: true, value };
}

/** From what a person typed to what the draft holds; nothing typed is nothing held. */
export function typedValue(type: FieldSpec["type"], text: string): Typed {
  if (text.trim() === "") return { ok: true, value: undefined };
  if (type === "date") return dateOf(text);
  if (type === "money") {
    const value = parseDong(text);
    return value === undefined ? refused("draft.badMoney") : { ok: true, value };
  }
  if (["integer", "decimal", "percent", "year"].includes(type)) return numberOf(text, type);
  if (type === "boolean") return { ok: true, value: text === "true" };
  return { ok: true, value: text };
}

export function optionsOf(field: FieldSpec, { plan, yes, no }: Reading): readonly Option[] | null {
  if (field.type === "boolean") {
    return [
      { value: "true", label: { vi: yes, en: yes } },
      { value: "false", label: { vi: no, en: no } },
    ];
  }
  if (field.type === "choice") return field.options ?? [];
  if (field.type === "task") return plan.tasks.map(({ code, title }) => ({ value: code, label: coded(code, title) }));
  if (field.type === "indicator")
    return plan.indicators.map(({ code, vi, en }) => ({ value: code, label: coded(code, { vi, en }) }));
  if (field.type === "source") {
    return plan.sources
      .filter(({ leaf }) => leaf)
      .map(({ code, title }) => ({ value: code, label: coded(code, title) }));
  }
  return null;
}

const coded = (code: string, { vi, en }: Option["label"]): Option["label"] => ({
  vi: `${code}. ${vi}`,
  en: `${code}. ${en}`,
});
