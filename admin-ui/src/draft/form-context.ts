import { createContext, useContext } from "react";
import type { Reading } from "../report/cell-value.ts";
import type { GridStore } from "../grid/grid-store.ts";
import type { DraftForm } from "./draft-form.ts";
import type { DraftInHand } from "./use-draft.ts";

interface Form {
  form: DraftForm;
  draft: DraftInHand;
  reading: Reading;
  readOnly: boolean;
  caseId: string;
  /** Paths that the case settles, not the hand. */
  given: readonly string[];
  /** What each sheet went through, for as long as the draft is open: another section in between is no reason to forget. */
  sheets: Map<string, GridStore>;
}

export const FormContext = createContext<Form | null>(null);

export function useForm(): Form {
  const form = useContext(FormContext);
  if (!form) throw new Error("a field outside of its form");
  return form;
}
