import { formatDate, isLocalDate, type LocalDate } from "../calendar/local-time.ts";
import { formatBasisPoints, toMillions } from "../money/dong.ts";
import { fundingFigures, totalsOf, type MoneyTotals } from "./figures.ts";
import { SECTION_KEYS, type SectionKey } from "./form-spec.ts";
import { TASK_STATUSES, taskStatusOptions, type TaskStatus } from "./form-tables.ts";
import type { Language } from "./problem-texts.ts";
import type { AnnualReportDraft } from "./schema.ts";
import type { ConsolidatedReport } from "./consolidated-schema.ts";

export type StatusCounts = Readonly<Record<TaskStatus, number>>;

/** What an approver with thirty files needs before opening one. */
export interface ReportSummary {
  /** In a consolidated report several agencies may answer for one task: `answers` adds up to `byStatus`. */
  readonly tasks: { readonly total: number; readonly answers: number; readonly byStatus: StatusCounts };
  readonly indicators: number;
  readonly money: MoneyTotals;
  readonly obstacles: { readonly total: number; readonly open: number };
  readonly proposals: number;
  readonly nothingToReport: readonly SectionKey[];
  readonly periodTo: LocalDate | undefined;
  readonly includesEstimate: boolean;
  /** Of a consolidated report: agencies that are in it, agencies that are not. */
  readonly coverage?: { readonly members: number; readonly missing: number };
}

export function countByStatus(rows: readonly { readonly status?: TaskStatus | undefined }[]): StatusCounts {
  const count = (status: TaskStatus): number => rows.filter((row) => row.status === status).length;
  return {
    "not-started": count("not-started"),
    "in-progress": count("in-progress"),
    done: count("done"),
    late: count("late"),
    stopped: count("stopped"),
  };
}

export function summaryOf(report: AnnualReportDraft): ReportSummary {
  const { head, sections = {} } = report;
  const tasks = sections.II?.rows ?? [];
  const obstacles = sections.VII?.rows ?? [];
  return {
    tasks: { total: tasks.length, answers: tasks.length, byStatus: countByStatus(tasks) },
    indicators: sections.III?.rows?.length ?? 0,
    money: totalsOf(sections.IV?.rows ?? []),
    obstacles: { total: obstacles.length, open: obstacles.filter((row) => row.status !== "resolved").length },
    proposals: sections.IX?.proposals?.length ?? 0,
    nothingToReport: SECTION_KEYS.filter((key) => sections[key]?.nothingToReport === true),
    periodTo: head?.periodTo,
    includesEstimate: head?.includesEstimate === true,
  };
}

type Line = (summary: ReportSummary, language: Language) => string;

const say = (language: Language, vi: string, en: string): string => (language === "vi" ? vi : en);

const taskLine: Line = ({ tasks }, language) => {
  const counts = TASK_STATUSES.filter((status) => tasks.byStatus[status] > 0).map((status) => {
    const option = taskStatusOptions.find((candidate) => candidate.value === status)!;
    return `${tasks.byStatus[status]} ${option.label[language].toLowerCase()}`;
  });
  const detail = counts.length === 0 ? "" : ` (${counts.join(", ")})`;
  const shared = tasks.answers !== tasks.total;
  const answers = shared
    ? say(language, `; kết quả của đơn vị: ${tasks.answers}`, `; agency results: ${tasks.answers}`)
    : "";
  return say(language, `Nhiệm vụ: ${tasks.total}${answers}${detail}.`, `Tasks: ${tasks.total}${answers}${detail}.`);
};

const moneyLine: Line = ({ money }, language) => {
  const { available, ratio } = fundingFigures(money);
  const share = ratio === undefined ? "" : ` (${formatBasisPoints(ratio)} %)`;
  return say(
    language,
    `Kinh phí: giao và bổ sung ${toMillions(available)}, giải ngân ${toMillions(money.disbursed)} triệu đồng${share}.`,
    `Funding: assigned ${toMillions(available)}, disbursed ${toMillions(money.disbursed)} million đồng${share}.`,
  );
};

const obstacleLine: Line = ({ obstacles, proposals }, language) =>
  say(
    language,
    `Vướng mắc: ${obstacles.total}, trong đó ${obstacles.open} chưa giải quyết xong; kiến nghị: ${proposals}.`,
    `Obstacles: ${obstacles.total}, of which ${obstacles.open} not settled; proposals: ${proposals}.`,
  );

const periodLine: Line = ({ periodTo, includesEstimate, indicators }, language) => {
  const to = periodTo !== undefined && isLocalDate(periodTo) ? formatDate(periodTo) : "…";
  return say(
    language,
    `Số liệu đến ${to}${includesEstimate ? ", có ước cả năm" : ""}; chỉ tiêu có báo cáo: ${indicators}.`,
    `Figures up to ${to}${includesEstimate ? ", with a full-year estimate" : ""}; indicators reported: ${indicators}.`,
  );
};

const coverageLine: Line = ({ coverage, nothingToReport }, language) => {
  if (coverage !== undefined) {
    return say(
      language,
      `Đã tổng hợp ${coverage.members} đơn vị; ${coverage.missing} đơn vị chưa có báo cáo.`,
      `${coverage.members} agencies consolidated; ${coverage.missing} without a report.`,
    );
  }
  const none = nothingToReport.length === 0 ? say(language, "không mục nào", "no section") : nothingToReport.join(", ");
  return say(language, `Không phát sinh: ${none}.`, `Nothing to report: ${none}.`);
};

/** Five lines, for a phone. */
export const summaryLines = (summary: ReportSummary, language: Language): readonly string[] =>
  [taskLine, moneyLine, obstacleLine, periodLine, coverageLine].map((line) => line(summary, language));

export function summaryOfConsolidated(report: ConsolidatedReport): ReportSummary {
  const periods = report.members.flatMap((member) => member.periodTo ?? []);
  return {
    tasks: {
      total: report.tasks.length,
      answers: report.tasks.reduce((sum, task) => sum + task.entries.length, 0),
      byStatus: report.taskCounts,
    },
    indicators: report.indicators.length,
    money: report.funding.total,
    obstacles: {
      total: report.obstacles.length,
      open: report.obstacles.filter((row) => row.status !== "resolved").length,
    },
    proposals: report.proposals.length,
    nothingToReport: [],
    // The figures are complete only up to the earliest cut-off among them.
    periodTo: periods.length === 0 ? undefined : periods.reduce((a, b) => (a < b ? a : b)),
    includesEstimate: report.members.length > 0 && report.members.every((member) => member.includesEstimate),
    coverage: { members: report.members.length, missing: report.missing.length },
  };
}
