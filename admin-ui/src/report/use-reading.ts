import { useMemo } from "react";
import { reportPlanFor } from "../../../domain/report/report-plan.ts";
import { useLabel, useText } from "../i18n/use-text.ts";
import type { Reading } from "./cell-value.ts";

export function useReading(unit: { code: string; name: string }): Reading {
  const { code, name } = unit;
  const text = useText();
  const label = useLabel();
  return useMemo(
    () => ({ plan: reportPlanFor(code), unit: { code, name }, label, yes: text("draft.yes"), no: text("draft.no") }),
    [code, name, label, text],
  );
}
