import { isLocalDate, type LocalDate } from "../calendar/local-time.ts";
import type { Label } from "../engine/pipeline.ts";
import type { Option } from "../report/form-spec.ts";
import { isDong } from "../money/dong.ts";
import { PLAN_SET_DATE } from "../plan/plan.ts";

/**
 * What the law or the province changes (vietnam.md §5.2, §5.3, §2). Each value holds from a day on; a paper is judged by
 * the value of its own day, so what was in force is never edited.
 */
export const SETTING_KEYS = [
  "large-request",
  "council-from",
  "investment-without-policy",
  "spending-report-days",
  "closes-next-year",
  "closes-investment-year",
  "organisation-until",
] as const;
export type SettingKey = (typeof SETTING_KEYS)[number];

export interface SettingRow {
  readonly key: SettingKey;
  readonly from: LocalDate;
  readonly value: string;
}

export type SettingType = "dong" | "days" | "choice" | "day-of-year" | "date-or-always";

export interface SettingSpec {
  readonly type: SettingType;
  readonly label: Label;
  /** What it changes, for whoever sets it. */
  readonly effect: Label;
  readonly initial: string;
  readonly options?: readonly Option[];
}

/** Empty text of a "date-or-always": without end. */
export const ALWAYS = "";

export const settingSpecs: Readonly<Record<SettingKey, SettingSpec>> = {
  "large-request": {
    type: "dong",
    label: { vi: "Mức đề nghị lớn", en: "Large request" },
    effect: {
      vi: "Từ mức này, thủ trưởng cơ quan phải trực tiếp ký đề nghị.",
      en: "From this amount on the head of the agency signs the request in person.",
    },
    initial: "5000000000",
  },
  "council-from": {
    type: "dong",
    label: { vi: "Mức bổ sung phải xin ý kiến HĐND", en: "Supplement that needs the council’s opinion" },
    effect: {
      vi: "Khoản bổ sung trong năm từ mức này phải có ý kiến Thường trực HĐND tỉnh trước khi UBND quyết định.",
      en: "A supplement within the year from this amount on is decided after the opinion of the council’s standing body.",
    },
    initial: "10000000000",
  },
  "investment-without-policy": {
    type: "choice",
    label: { vi: "Vốn đầu tư chưa có chủ trương", en: "Investment without an approved policy" },
    effect: {
      vi: "Đề nghị vốn đầu tư chưa có chủ trương đầu tư: không cho trình, hoặc cho trình kèm cảnh báo.",
      en: "A request for investment without an approved investment policy is kept back, or sent with a warning.",
    },
    initial: "block",
    options: [
      { value: "block", label: { vi: "Không cho trình", en: "Kept back" } },
      { value: "warn", label: { vi: "Cho trình, có cảnh báo", en: "Sent with a warning" } },
    ],
  },
  "spending-report-days": {
    type: "days",
    label: { vi: "Hạn báo cáo giải ngân", en: "Term of a spending report" },
    effect: {
      vi: "Số ngày làm việc sau khi hết kỳ để cơ quan báo cáo giải ngân của kỳ đó.",
      en: "Working days after the end of a period within which an agency reports its spending.",
    },
    initial: "10",
  },
  "closes-next-year": {
    type: "day-of-year",
    label: { vi: "Ngày cuối gửi dự toán năm sau", en: "Last day for next year’s estimates" },
    effect: {
      vi: "Ngày được gợi ý khi mở đợt dự toán năm sau (lịch ngân sách: tháng 6 đến khoảng 10/7).",
      en: "Proposed when a round for next year’s budget is opened (budget calendar: June to about 10/7).",
    },
    initial: "07-10",
  },
  "closes-investment-year": {
    type: "day-of-year",
    label: { vi: "Ngày cuối gửi kế hoạch đầu tư công năm", en: "Last day for the yearly investment plan" },
    effect: {
      vi: "Ngày được gợi ý khi mở đợt kế hoạch đầu tư công năm.",
      en: "Proposed when a round for the yearly public investment plan is opened.",
    },
    initial: "07-10",
  },
  "organisation-until": {
    type: "date-or-always",
    label: { vi: "Tổ chức bộ máy tính đến ngày", en: "Organisation as of" },
    effect: {
      vi: "Sắp xếp, hợp nhất cơ quan sau ngày này chưa áp dụng cho hồ sơ mới; để trống thì theo ngày mở hồ sơ. Kế hoạch viết theo bộ máy năm 2024.",
      en: "Mergers after this day do not apply to new cases; empty: as on the day a case opens. The plan is written for the organisation of 2024.",
    },
    initial: PLAN_SET_DATE,
  },
};

/** A leap day would be missing in most years. */
const isDayOfYear = (value: string): boolean => /^\d{2}-\d{2}$/.test(value) && isLocalDate(`2025-${value}`);

const fits: Readonly<Record<SettingType, (value: string, spec: SettingSpec) => boolean>> = {
  dong: (value) => isDong(value) && value !== "0",
  days: (value) => /^[1-9]\d?$/.test(value),
  choice: (value, { options = [] }) => options.some((option) => option.value === value),
  "day-of-year": isDayOfYear,
  "date-or-always": (value) => value === ALWAYS || isLocalDate(value),
};

export const fitsSetting = (key: SettingKey, value: string): boolean => {
  const spec = settingSpecs[key];
  return fits[spec.type](value, spec);
};

/** From before the plan, so that something is in force on every day of it. */
export const SETTINGS_BEGIN: LocalDate = "2024-01-01";

export const initialSettings: readonly SettingRow[] = SETTING_KEYS.map((key) => ({
  key,
  from: SETTINGS_BEGIN,
  value: settingSpecs[key].initial,
}));

/** The value in force on that day: the latest that began by then; of two for one day the one set later. */
export function settingOn(rows: readonly SettingRow[], key: SettingKey, date: LocalDate): string {
  const begun = rows.filter((row) => row.key === key && row.from <= date);
  const latest = begun.reduce((found, row) => (found && found.from > row.from ? found : row), begun[0]);
  return latest?.value ?? settingSpecs[key].initial;
}

export type SettingRefusal = "setting-value" | "setting-in-force";

/** What was in force is history; a change begins today at the earliest. */
export function settingRefusal({ key, from, value }: SettingRow, today: LocalDate): SettingRefusal | null {
  if (!fitsSetting(key, value)) return "setting-value";
  return from < today ? "setting-in-force" : null;
}
