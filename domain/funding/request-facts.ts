import type { FundingRequest } from "./request-schema.ts";
import { isRequestable, sumsOf } from "./request-sums.ts";
import type { FundingSettings } from "./settings.ts";
import { covers, sourceRootOf } from "./windows.ts";

/**
 * What a pipeline's branches may ask about a request: plain scalars that travel with the submission. An amount within
 * the form's limit is exact as a number.
 */
export interface RequestFacts {
  readonly amount: number;
  readonly task: string;
  readonly title: string;
  readonly window: string;
  readonly year: number;
  readonly capital: string;
  /** Who is asked: finance for regular spending, planning for investment, both where a request has both. */
  readonly regular: boolean;
  readonly investment: boolean;
  readonly large: boolean;
  /** A supplement within the year so large that the council is heard first (vietnam.md §5.3). */
  readonly council: boolean;
}

export function factsOf(request: FundingRequest, settings: FundingSettings): RequestFacts {
  const { window = "", year = 0, capital = "", taskCode: task = "", title = "" } = request.head ?? {};
  const requested = BigInt(sumsOf(request).requested);
  const sources = (request.sections?.sources?.rows ?? []).filter(isRequestable).map((row) => row.sourceCode ?? "");
  const investment = sources.some((code) => covers(sourceRootOf("investment"), code));
  return {
    amount: Number(requested),
    task,
    title,
    window,
    year,
    capital,
    // Money of a programme (IV.2) has no adviser in the plan; what it spends is weighed as regular spending.
    regular: sources.some((code) => !covers(sourceRootOf("investment"), code)),
    investment,
    large: requested >= BigInt(settings.largeRequest),
    council: window === "in-year" && requested >= BigInt(settings.councilFrom),
  };
}
