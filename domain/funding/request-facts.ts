import type { FundingRequest } from "./request-schema.ts";
import { isRequestable, sumsOf } from "./request-sums.ts";
import type { FundingSettings } from "./settings.ts";
import { branchOf } from "./windows.ts";

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
}

export function factsOf(request: FundingRequest, settings: FundingSettings): RequestFacts {
  const { window = "", year = 0, capital = "", taskCode: task = "", title = "" } = request.head ?? {};
  const requested = BigInt(sumsOf(request).requested);
  const sources = (request.sections?.sources?.rows ?? []).filter(isRequestable).map((row) => row.sourceCode ?? "");
  return {
    amount: Number(requested),
    task,
    title,
    window,
    year,
    capital,
    regular: sources.some((code) => branchOf(code) === "regular"),
    investment: sources.some((code) => branchOf(code) === "investment"),
    large: requested >= BigInt(settings.largeRequest),
  };
}
