import { useMemo } from "react";
import { reportPlanFor } from "../../../domain/report/report-plan.ts";
import { useLabel, useText } from "../i18n/use-text.ts";
import type { Reading } from "./cell-value.ts";

export function useReading(unitCode: string): Reading {
  const text = useText();
  const label = useLabel();
  return useMemo(
    () => ({ plan: reportPlanFor(unitCode), label, yes: text("draft.yes"), no: text("draft.no") }),
    [unitCode, label, text],
  );
}
