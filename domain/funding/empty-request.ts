import { REQUEST_FORM_VERSION } from "./request-form.ts";
import type { FundingRequest } from "./request-schema.ts";
import type { BudgetWindow } from "./windows.ts";

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
