import type { SettingView } from "../../../domain/contracts/settings.ts";
import { isLocalDate } from "../../../domain/calendar/local-time.ts";
import { formatDong, isDong } from "../../../domain/money/dong.ts";
import { ALWAYS, fitsSetting } from "../../../domain/settings/setting.ts";
import { dayText } from "../time/dates.ts";

type Words = { always: string; dong: string; days: string; label: (label: { vi: string; en: string }) => string };

/** A value as people read it. */
export function shownSetting(
  { type, options }: Pick<SettingView, "type" | "options">,
  value: string,
  words: Words,
): string {
  if (type === "dong") return isDong(value) ? `${formatDong(value)} ${words.dong}` : value;
  if (type === "days") return `${value} ${words.days}`;
  if (type === "day-of-year") return value.split("-").reverse().join("/");
  if (type === "date-or-always") return value === ALWAYS ? words.always : isLocalDate(value) ? dayText(value) : value;
  const option = options.find((candidate) => candidate.value === value);
  return option ? words.label(option.label) : value;
}

/** As it is stored; null where what was typed is no value of this setting. */
export function typedSetting({ key, type }: Pick<SettingView, "key" | "type">, typed: string): string | null {
  const trimmed = typed.trim();
  const stored =
    type === "dong"
      ? trimmed.replaceAll(/[.\s]/g, "")
      : type === "day-of-year"
        ? trimmed
            .split("/")
            .map((part) => part.padStart(2, "0"))
            .reverse()
            .join("-")
        : trimmed;
  return fitsSetting(key, stored) ? stored : null;
}
