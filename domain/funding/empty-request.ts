import { REQUEST_FORM_VERSION } from "./request-form.ts";
import type { FundingRequest } from "./request-schema.ts";
import type { CaseInput } from "../engine/case.ts";
import { BUDGET_WINDOWS, type BudgetWindow } from "./windows.ts";

/** What the round already settles; a request outside any round leaves it open. */
export interface RequestOpening {
  readonly unitCode: string;
  readonly unitName?: string;
  readonly window?: BudgetWindow;
  readonly year?: number;
}

/** What the clerk finds on opening a request: the agency, the round's window and year, and no answer. */
export const emptyRequest = ({ unitCode, unitName, window, year }: RequestOpening): FundingRequest => ({
  formVersion: REQUEST_FORM_VERSION,
  lineCount: 0,
  head: {
    unitCode,
    ...(unitName !== undefined && { executor: unitName }),
    ...(window !== undefined && { window }),
    ...(year !== undefined && { year }),
  },
  sections: { grounds: {}, content: {}, sources: {}, costs: {}, approvals: {}, placed: {} },
});

/** What a case's own settings say of the round it was opened in. */
export function openingOf({ parties, settings }: Pick<CaseInput, "parties" | "settings">): RequestOpening {
  const window = BUDGET_WINDOWS.find((candidate) => candidate === settings["window"]);
  const { budgetYear, unitName } = settings;
  return {
    unitCode: parties.owner ?? "",
    ...(typeof unitName === "string" && { unitName }),
    ...(window !== undefined && { window }),
    ...(typeof budgetYear === "number" && { year: budgetYear }),
  };
}
