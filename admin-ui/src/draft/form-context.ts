import { createContext, useContext } from "react";
import type { Reading } from "../report/cell-value.ts";
import type { DraftForm } from "./draft-form.ts";
import type { DraftInHand } from "./use-draft.ts";

interface Form {
  form: DraftForm;
  draft: DraftInHand;
  reading: Reading;
  readOnly: boolean;
  caseId: string;
}

export const FormContext = createContext<Form | null>(null);

export function useForm(): Form {
  const form = useContext(FormContext);
  if (!form) throw new Error("a field outside of its form");
  return form;
}
