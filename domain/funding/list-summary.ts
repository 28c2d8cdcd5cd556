import { formatDong, toMillions } from "../money/dong.ts";
import { dongInWords } from "../money/words.ts";
import { sourceOf } from "../plan/plan.ts";
import type { FundingList } from "./list.ts";
import { windowOptions } from "./windows.ts";

type Language = "vi" | "en";
type Line = (list: FundingList, language: Language) => string;
const say = (language: Language, vi: string, en: string): string => (language === "vi" ? vi : en);

const amountLine: Line = ({ total }, language) =>
  say(
    language,
    `Tổng đề nghị ${formatDong(total)} đồng (${dongInWords(total)}).`,
    `Requested in all: ${formatDong(total)} đồng (${dongInWords(total)}).`,
  );

const aimLine: Line = ({ window, year }, language) =>
  `${windowOptions.find(({ value }) => value === window)?.label[language] ?? "…"} ${year}.`;

const extentLine: Line = ({ members, lines }, language) => {
  const agencies = new Set(members.map(({ unitCode }) => unitCode)).size;
  return say(
    language,
    `${members.length} đề nghị của ${agencies} cơ quan, ${lines.length} dòng.`,
    `${members.length} request(s) of ${agencies} agenc${agencies === 1 ? "y" : "ies"}, ${lines.length} line(s).`,
  );
};

const sourceLine: Line = ({ bySource }, language) => {
  const parts = bySource.map(({ code, amount }) => `${sourceOf(code)?.[language] ?? code} ${toMillions(amount)}`);
  const shown = parts.length === 0 ? say(language, "không có", "none") : parts.join("; ");
  return say(language, `Nguồn (triệu đồng): ${shown}.`, `Sources (million đồng): ${shown}.`);
};

/** What whoever decides on a list needs before opening it. */
export const listSummaryLines = (list: FundingList, language: Language): readonly string[] =>
  [amountLine, aimLine, extentLine, sourceLine].map((line) => line(list, language));
