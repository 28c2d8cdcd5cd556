import type { CaseListItem } from "../../../domain/contracts/cases.ts";
import type { Tone } from "../theme/palette.ts";
import { useText } from "../i18n/use-text.ts";
import { daysLeft, dueDate } from "../time/dates.ts";
import { useNow } from "../time/use-now.ts";
import { Tag } from "./Tag.tsx";

const tones: Record<CaseListItem["timeliness"], Tone> = {
  none: "neutral",
  "on-time": "neutral",
  "due-soon": "soon",
  "due-today": "soon",
  overdue: "late",
};

interface DueTagProps extends Pick<CaseListItem, "dueAt" | "timeliness" | "overdueDays"> {
  /** Under a column that says what it is, the date stands alone. */
  bare?: boolean;
}

export function DueTag({ dueAt, timeliness, overdueDays, bare = false }: DueTagProps) {
  const text = useText();
  const now = useNow();
  if (dueAt === null) return null;
  const when = bare ? dueDate(dueAt) : text("due.on", { date: dueDate(dueAt) });
  return (
    <Tag tone={tones[timeliness]}>
      {when} · {standing()}
    </Tag>
  );
  function standing(): string {
    if (timeliness === "overdue") {
      return overdueDays > 0 ? text("due.over", { smart_count: overdueDays }) : text("due.overToday");
    }
    const left = daysLeft(dueAt ?? "", now);
    return left <= 0 ? text("due.today") : text("due.left", { smart_count: left });
  }
}
