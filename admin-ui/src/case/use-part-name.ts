import { useCallback } from "react";
import type { CaseView } from "../../../domain/contracts/cases.ts";
import { useLabel } from "../i18n/use-text.ts";
import { partsOf } from "./form-sections.ts";

/** A part of the form as its readers call it. */
export function usePartName({ form, sections }: Pick<CaseView, "form" | "sections">): (key: string) => string {
  const label = useLabel();
  return useCallback(
    (key) => {
      const part = partsOf({ form, sections }).find((one) => one.key === key);
      return part ? label(part.label) : key;
    },
    [form, sections, label],
  );
}
