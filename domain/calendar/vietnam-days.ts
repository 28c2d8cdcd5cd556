import { compactCalendar, type CalendarDay, type WorkCalendar } from "./work-calendar.ts";

/**
 * Holidays and swaps of Việt Nam as far as they are decided or follow from the law. The table of the installation is
 * loaded from here once and then edited by its administrators: each year's Tết and swaps are a decision of the Prime
 * Minister (Labour Code 2019, art. 112.3), not a rule.
 */
export interface ListedDay extends CalendarDay {
  readonly vi: string;
  readonly en: string;
  /** `to-confirm`: to be checked against the decision itself before anybody relies on it. */
  readonly mark: "verified" | "to-confirm";
  readonly note?: { readonly vi: string; readonly en: string };
}

export interface ListedYear {
  readonly year: number;
  /** The year's Tết days and swaps are not decided, or not known here, yet. */
  readonly provisional: boolean;
  readonly days: readonly ListedDay[];
}

type Draft = Omit<ListedDay, "date"> & { readonly day: string };
type Mark = ListedDay["mark"];

const LABOUR_CODE = "Bộ luật Lao động 2019, Điều 112";
const COMPENSATION = "Bộ luật Lao động 2019, Điều 111 khoản 3";

const holiday = (day: string, vi: string, en: string, mark: Mark = "verified"): Draft => ({
  day,
  kind: "HOLIDAY",
  decisionRef: LABOUR_CODE,
  vi,
  en,
  mark,
});

const newYear = (): Draft => holiday("01-01", "Tết Dương lịch", "New Year’s Day");
const hungKings = (day: string): Draft => holiday(day, "Giỗ Tổ Hùng Vương (10/3 âm lịch)", "Hùng Kings’ Day");
const victoryDay = (): Draft => holiday("04-30", "Ngày Chiến thắng", "Victory Day");
const labourDay = (): Draft => holiday("05-01", "Ngày Quốc tế lao động", "International Labour Day");

/** 2/9 and the adjacent day chosen for the year. */
const nationalDay = (adjacent: string, mark: Mark): readonly Draft[] => [
  holiday("09-02", "Quốc khánh", "National Day"),
  holiday(adjacent, "Quốc khánh, ngày liền kề", "National Day, adjacent day", mark),
];

const tet = (mark: Mark, ...days: readonly string[]): readonly Draft[] =>
  days.map((day) => holiday(day, "Tết Âm lịch", "Lunar New Year", mark));

const compensates = (day: string, vi: string, en: string, mark: Mark = "verified"): Draft => ({
  day,
  kind: "OFF",
  decisionRef: COMPENSATION,
  vi: `Nghỉ bù ${vi}`,
  en: `In lieu of ${en}`,
  mark,
});

const swap = (off: string, worked: string, mark: Mark): readonly Draft[] => [
  {
    day: off,
    kind: "SWAP_OFF",
    decisionRef: `Hoán đổi với ngày ${shown(worked)}`,
    vi: "Nghỉ hoán đổi",
    en: "Swapped day off",
    mark,
  },
  {
    day: worked,
    kind: "SWAP_WORK",
    decisionRef: `Hoán đổi với ngày ${shown(off)}`,
    vi: "Làm bù",
    en: "Swapped working day",
    mark,
  },
];

const shown = (day: string): string => `${Number(day.slice(3))}/${Number(day.slice(0, 2))}`;

/** Announced as a day off, but the change of the Labour Code is not confirmed: it stays a working day. */
const cultureDay = (): Draft => ({
  day: "11-24",
  kind: "WORK",
  decisionRef: "Nghị quyết 80-NQ/TW ngày 07/01/2026",
  vi: "Ngày Văn hóa Việt Nam",
  en: "Việt Nam Culture Day",
  mark: "to-confirm",
  note: {
    vi: "Chưa xác nhận là ngày nghỉ: vẫn tính là ngày làm việc cho đến khi có quy định.",
    en: "Not confirmed as a day off: counted as a working day until the rule is published.",
  },
});

const YEARS: Readonly<Record<number, { provisional: boolean; days: readonly Draft[] }>> = {
  2024: {
    provisional: false,
    days: [
      newYear(),
      ...tet("to-confirm", "02-08", "02-09", "02-10", "02-11", "02-12"),
      compensates("02-13", "Tết Âm lịch", "Lunar New Year", "to-confirm"),
      compensates("02-14", "Tết Âm lịch", "Lunar New Year", "to-confirm"),
      hungKings("04-18"),
      ...swap("04-29", "05-04", "verified"),
      victoryDay(),
      labourDay(),
      ...nationalDay("09-03", "to-confirm"),
    ],
  },
  2025: {
    provisional: false,
    days: [
      newYear(),
      ...tet("to-confirm", "01-27", "01-28", "01-29", "01-30", "01-31"),
      hungKings("04-07"),
      victoryDay(),
      labourDay(),
      ...swap("05-02", "04-26", "to-confirm"),
      ...nationalDay("09-01", "to-confirm"),
    ],
  },
  2026: {
    provisional: false,
    days: [
      newYear(),
      ...swap("01-02", "01-10", "to-confirm"),
      ...tet("verified", "02-16", "02-17", "02-18", "02-19", "02-20"),
      hungKings("04-26"),
      compensates("04-27", "Giỗ Tổ Hùng Vương", "Hùng Kings’ Day"),
      victoryDay(),
      labourDay(),
      ...swap("08-31", "08-22", "to-confirm"),
      ...nationalDay("09-01", "to-confirm"),
      cultureDay(),
    ],
  },
  // From here on Tết is laid as in the latest year in which it fell on the same weekday.
  2027: {
    provisional: true,
    days: [
      newYear(),
      ...tet("to-confirm", "02-04", "02-05", "02-06", "02-07", "02-08"),
      compensates("02-09", "Tết Âm lịch", "Lunar New Year", "to-confirm"),
      compensates("02-10", "Tết Âm lịch", "Lunar New Year", "to-confirm"),
      hungKings("04-16"),
      victoryDay(),
      labourDay(),
      compensates("05-03", "Ngày Quốc tế lao động", "International Labour Day"),
      ...nationalDay("09-03", "to-confirm"),
      cultureDay(),
    ],
  },
  2028: {
    provisional: true,
    days: [
      newYear(),
      compensates("01-03", "Tết Dương lịch", "New Year’s Day"),
      ...tet("to-confirm", "01-24", "01-25", "01-26", "01-27", "01-28"),
      hungKings("04-04"),
      victoryDay(),
      labourDay(),
      compensates("05-02", "Ngày Chiến thắng", "Victory Day"),
      ...nationalDay("09-01", "to-confirm"),
      compensates("09-04", "Quốc khánh", "National Day"),
      cultureDay(),
    ],
  },
  2029: {
    provisional: true,
    days: [
      newYear(),
      ...tet("to-confirm", "02-12", "02-13", "02-14", "02-15", "02-16"),
      hungKings("04-23"),
      victoryDay(),
      labourDay(),
      ...nationalDay("09-03", "to-confirm"),
      compensates("09-04", "Quốc khánh", "National Day", "to-confirm"),
      cultureDay(),
    ],
  },
  2030: {
    provisional: true,
    days: [
      newYear(),
      ...tet("to-confirm", "01-31", "02-01", "02-02", "02-03", "02-04"),
      compensates("02-05", "Tết Âm lịch", "Lunar New Year", "to-confirm"),
      compensates("02-06", "Tết Âm lịch", "Lunar New Year", "to-confirm"),
      hungKings("04-12"),
      victoryDay(),
      labourDay(),
      ...nationalDay("09-03", "to-confirm"),
      cultureDay(),
    ],
  },
};

/** The first day of Tết in Việt Nam. In 2030 China begins a day later: a Chinese calendar will not do. */
export const TET: Readonly<Record<number, string>> = {
  2024: "2024-02-10",
  2025: "2025-01-29",
  2026: "2026-02-17",
  2027: "2027-02-06",
  2028: "2028-01-26",
  2029: "2029-02-13",
  2030: "2030-02-02",
};

export const VIETNAM_YEARS: readonly ListedYear[] = Object.entries(YEARS).map(([year, listed]) => ({
  year: Number(year),
  provisional: listed.provisional,
  days: listed.days
    .map(({ day, ...rest }) => ({ date: `${year}-${day}`, ...rest }))
    .sort((a, b) => (a.date < b.date ? -1 : 1)),
}));

export const VIETNAM_CALENDAR_VERSION = "vn-2026-11-23";

export const vietnamCalendar = (): WorkCalendar =>
  compactCalendar(
    VIETNAM_CALENDAR_VERSION,
    VIETNAM_YEARS.map((listed) => listed.year),
    VIETNAM_YEARS.flatMap((listed) => listed.days),
  );
