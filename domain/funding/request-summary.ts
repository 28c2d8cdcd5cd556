import { formatDong, toMillions, type Dong } from "../money/dong.ts";
import { dongInWords } from "../money/words.ts";
import { sourceOf, taskOf } from "../plan/plan.ts";
import type { FundingRequest } from "./request-schema.ts";
import { isRequestable, sumsOf } from "./request-sums.ts";
import { capitalOptions, windowOptions, type BudgetWindow, type CapitalKind } from "./windows.ts";

type Language = "vi" | "en";

/** What an approver with thirty files needs before opening one. */
export interface RequestSummary {
  readonly title: string;
  readonly taskCode: string | undefined;
  readonly window: BudgetWindow | undefined;
  readonly year: number | undefined;
  readonly capital: CapitalKind | undefined;
  readonly requested: Dong;
  /** Số tiền bằng chữ of what is requested. */
  readonly requestedInWords: string;
  readonly later: Dong;
  readonly offBudget: Dong;
  /** Requestable sources, with what each is asked over all years of the table. */
  readonly sources: readonly { readonly code: string; readonly amount: Dong }[];
  readonly costLines: number;
}

export function summaryOfRequest(request: FundingRequest): RequestSummary {
  const { head = {}, sections = {} } = request;
  const { requested, later, offBudget, bySource } = sumsOf(request);
  return {
    title: head.title ?? "",
    taskCode: head.taskCode,
    window: head.window,
    year: head.year,
    capital: head.capital,
    requested,
    requestedInWords: dongInWords(requested),
    later,
    offBudget,
    sources: [...bySource]
      .filter(([sourceCode]) => isRequestable({ sourceCode }))
      .map(([code, amount]) => ({ code, amount })),
    costLines: sections.costs?.rows?.length ?? 0,
  };
}

type Line = (summary: RequestSummary, language: Language) => string;
const say = (language: Language, vi: string, en: string): string => (language === "vi" ? vi : en);
const labelOf = (
  options: typeof windowOptions | typeof capitalOptions,
  value: string | undefined,
  language: Language,
) => options.find((option) => option.value === value)?.label[language] ?? "…";

const amountLine: Line = ({ requested, requestedInWords }, language) =>
  say(
    language,
    `Đề nghị ${formatDong(requested)} đồng (${requestedInWords}).`,
    `Requests ${formatDong(requested)} đồng (${requestedInWords}).`,
  );

const aimLine: Line = ({ window, year, capital }, language) =>
  `${labelOf(windowOptions, window, language)} ${year ?? "…"}; ${labelOf(capitalOptions, capital, language).toLowerCase()}.`;

const taskLine: Line = ({ taskCode, title }, language) => {
  const task = taskCode === undefined ? undefined : taskOf(taskCode);
  const plan = task ? (language === "vi" ? task.vi : task.en) : "…";
  return say(
    language,
    `${title}. Nhiệm vụ ${taskCode ?? "…"}: ${plan}.`,
    `${title}. Task ${taskCode ?? "…"}: ${plan}.`,
  );
};

const sourceLine: Line = ({ sources, offBudget }, language) => {
  const parts = sources.map(({ code, amount }) => {
    const source = sourceOf(code);
    return `${source ? source[language] : code} ${toMillions(amount)}`;
  });
  const beside = say(
    language,
    `ngoài ngân sách (ghi nhận) ${toMillions(offBudget)}`,
    `off budget (recorded) ${toMillions(offBudget)}`,
  );
  const all = offBudget === "0" ? parts : [...parts, beside];
  return say(language, `Nguồn (triệu đồng): ${all.join("; ")}.`, `Sources (million đồng): ${all.join("; ")}.`);
};

const extentLine: Line = ({ costLines, later }, language) =>
  say(
    language,
    `Dự toán chi tiết: ${costLines} dòng; dự kiến các năm sau ${toMillions(later)} triệu đồng.`,
    `Detailed estimate: ${costLines} line(s); planned for later years ${toMillions(later)} million đồng.`,
  );

/** Five lines, for a phone. */
export const requestSummaryLines = (summary: RequestSummary, language: Language): readonly string[] =>
  [amountLine, aimLine, taskLine, sourceLine, extentLine].map((line) => line(summary, language));
