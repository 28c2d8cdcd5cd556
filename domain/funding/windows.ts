import type { Branch } from "../engine/pipeline.ts";
import type { Option } from "../report/form-spec.ts";

/**
 * Cửa sổ ngân sách: which round of the budget calendar a request aims at (vietnam.md §5.2). A request made in
 * November is late for next year's normal cycle, so the paper must say what it asks for.
 */
export const BUDGET_WINDOWS = ["next-year", "in-year", "investment-year", "investment-term"] as const;
export type BudgetWindow = (typeof BUDGET_WINDOWS)[number];

export const windowOptions: readonly (Option & { readonly value: BudgetWindow })[] = [
  { value: "next-year", label: { vi: "Dự toán năm sau", en: "Next year’s budget" } },
  { value: "in-year", label: { vi: "Bổ sung trong năm", en: "Supplement within the year" } },
  { value: "investment-year", label: { vi: "Kế hoạch đầu tư công năm", en: "Yearly public investment plan" } },
  {
    value: "investment-term",
    label: { vi: "Kế hoạch đầu tư công trung hạn", en: "Medium-term public investment plan" },
  },
];

export const windowName = (window: BudgetWindow, language: keyof Option["label"]): string =>
  windowOptions.find(({ value }) => value === window)?.label[language] ?? window;

/** Years of the plan's funding table. */
export const FUNDING_YEARS = [2024, 2025, 2026, 2027, 2028, 2029, 2030] as const;
export type FundingYear = (typeof FUNDING_YEARS)[number];

export const FIRST_YEAR: number = FUNDING_YEARS[0];
export const LAST_YEAR: number = FUNDING_YEARS.at(-1)!;

/** Medium-term public investment is planned in fixed terms of five years: 2021–2025, 2026–2030. */
const lastYearOfTerm = (year: number): number => year + 4 - ((year - 2021) % 5);

/** Years whose money the window can decide on; other years of the table only show what is to come. */
export function yearsOfWindow(window: BudgetWindow, year: number): readonly FundingYear[] {
  const last = window === "investment-term" ? lastYearOfTerm(year) : year;
  return FUNDING_YEARS.filter((candidate) => candidate >= year && candidate <= last);
}

/** Loại kinh phí. Each has its own appraiser and its own path, so a request is for one of them. */
export const CAPITAL_KINDS = ["regular", "investment", "science", "programme"] as const;
export type CapitalKind = (typeof CAPITAL_KINDS)[number];

export const capitalOptions: readonly (Option & { readonly value: CapitalKind })[] = [
  { value: "regular", label: { vi: "Chi thường xuyên", en: "Regular expenditure" } },
  { value: "investment", label: { vi: "Vốn đầu tư phát triển", en: "Development investment" } },
  { value: "science", label: { vi: "Nhiệm vụ khoa học và công nghệ", en: "Science and technology task" } },
  { value: "programme", label: { vi: "Chương trình, đề án khác", en: "Another programme or scheme" } },
];

const SOURCE_ROOTS: Readonly<Record<CapitalKind, string>> = {
  regular: "IV.1.TX",
  investment: "IV.1.DT",
  science: "IV.1.TX",
  programme: "IV.2",
};

/** The part of the plan's funding tree (IV) that a kind of capital is drawn from. */
export const sourceRootOf = (capital: CapitalKind): string => SOURCE_ROOTS[capital];

/** Money of a programme (IV.2) has no adviser in the plan; what it spends is weighed as regular spending. */
export const branchOf = (sourceCode: string): Branch =>
  covers(sourceRootOf("investment"), sourceCode) ? "investment" : "regular";

/** `IV.1.TX` covers `IV.1.TX.TW`; a code covers itself. */
export const covers = (root: string, sourceCode: string): boolean =>
  sourceCode === root || sourceCode.startsWith(`${root}.`);

/** Public investment windows are for investment capital, and the other way round. */
export const windowFits = (window: BudgetWindow, capital: CapitalKind): boolean =>
  window === "in-year" || window.startsWith("investment") === (capital === "investment");
