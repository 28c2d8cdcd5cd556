import type { infer as Infer } from "zod";
import type { RaRecord } from "react-admin";
import type {
  calendarDaySchema,
  fundingSourceSchema,
  indicatorSchema,
  obligationSchema,
  planTaskSchema,
  unitSchema,
} from "../../../domain/contracts/directory.ts";
import { weekdayOf } from "../../../domain/calendar/local-time.ts";
import type { Column } from "../elements/DataTable.tsx";
import { Tag } from "../elements/Tag.tsx";
import { useLanguage, useText, type Language, type Text } from "../i18n/use-text.ts";
import { dayText } from "../time/dates.ts";
import type { PlanPart } from "./parts.ts";

type Unit = Infer<typeof unitSchema>;
type Task = Infer<typeof planTaskSchema>;
type Indicator = Infer<typeof indicatorSchema>;
type Source = Infer<typeof fundingSourceSchema>;
type Obligation = Infer<typeof obligationSchema>;
type Day = Infer<typeof calendarDaySchema>;

interface Tools {
  text: Text;
  language: Language;
}

const day = (value: string | null): string => (value === null ? "" : dayText(value));
const names = (units: readonly { name: string }[]): string => units.map(({ name }) => name).join("; ");
const titleIn = (language: Language, row: { title: string; titleEn: string }): string =>
  language === "en" && row.titleEn !== "" ? row.titleEn : row.title;

const units = ({ text, language }: Tools): Column<Unit>[] => [
  { key: "name", label: text("plan.name"), head: true, cell: (row) => (language === "en" && row.nameEn) || row.name },
  { key: "abbr", label: text("plan.code"), cell: (row) => row.abbreviation ?? row.id },
  { key: "from", label: text("plan.from"), cell: (row) => day(row.effectiveFrom) },
  { key: "to", label: text("plan.to"), cell: (row) => day(row.effectiveTo) || text("plan.stillOpen") },
  { key: "next", label: text("plan.successors"), cell: (row) => names(row.successors) },
  { key: "before", label: text("plan.predecessors"), cell: (row) => names(row.predecessors) },
  {
    key: "duty",
    label: text("plan.duty"),
    cell: (row) => row.reportDuty && <Tag tone="accent">{text("app.yes")}</Tag>,
  },
];

const tasks = ({ text, language }: Tools): Column<Task>[] => [
  { key: "title", label: text("plan.name"), head: true, cell: (row) => titleIn(language, row) },
  { key: "section", label: text("plan.section"), cell: (row) => row.section },
  { key: "kind", label: text("plan.type"), cell: (row) => text(`plan.taskKind.${row.kind}`) },
  {
    key: "lead",
    label: text("plan.lead"),
    cell: (row) => (
      <>
        {row.lead.join("; ")}
        {row.leadBasis === "inferred" && row.lead.length > 0 && <div>({text("plan.leadInferred")})</div>}
      </>
    ),
  },
  { key: "with", label: text("plan.coordinating"), cell: (row) => row.coordinating.join("; ") },
];

const indicators = ({ text, language }: Tools): Column<Indicator>[] => [
  { key: "title", label: text("plan.name"), head: true, cell: (row) => titleIn(language, row) },
  { key: "year", label: text("plan.targetYear"), numeric: true, cell: (row) => row.targetYear },
  { key: "kind", label: text("plan.type"), cell: (row) => text(`plan.${row.kind}`) },
  { key: "target", label: text("plan.target"), cell: (row) => row.target },
  { key: "unit", label: text("plan.unit"), cell: (row) => row.unit ?? "" },
  { key: "base", label: text("plan.baseline"), cell: (row) => row.baseline ?? text("plan.notGiven") },
];

const sources = ({ text, language }: Tools): Column<Source>[] => [
  { key: "title", label: text("plan.name"), head: true, cell: (row) => titleIn(language, row) },
  { key: "code", label: text("plan.code"), cell: (row) => row.id },
  { key: "adviser", label: text("plan.adviser"), cell: (row) => row.adviser ?? "" },
  { key: "ask", label: text("plan.requestable"), cell: (row) => text(row.requestable ? "app.yes" : "app.no") },
];

const obligations = ({ text, language }: Tools): Column<Obligation>[] => [
  { key: "title", label: text("plan.name"), head: true, cell: (row) => titleIn(language, row) },
  { key: "section", label: text("plan.section"), cell: (row) => row.section },
  { key: "who", label: text("plan.obligated"), cell: (row) => row.obligated.join("; ") },
  { key: "due", label: text("plan.due"), cell: (row) => row.due ?? "" },
];

const days = ({ text }: Tools): Column<Day>[] => [
  { key: "date", label: text("plan.date"), head: true, cell: (row) => dayText(row.date) },
  {
    key: "weekday",
    label: text("plan.weekday"),
    cell: (row) => text(`plan.weekdays.d${weekdayOf(row.date) as 0 | 1 | 2 | 3 | 4 | 5 | 6}`),
  },
  { key: "kind", label: text("plan.dayKind"), cell: (row) => text(`plan.kinds.${row.kind}`) },
  { key: "note", label: text("plan.note"), cell: (row) => row.note ?? "" },
];

const columnsOf = { units, tasks, indicators, "funding-sources": sources, obligations, "calendar-days": days };

/** The rows come through react-admin's list call; the table of columns above says which contract each part has. */
export function usePlanColumns(part: PlanPart): Column<RaRecord>[] {
  const text = useText();
  const [language] = useLanguage();
  return columnsOf[part]({ text, language }) as unknown as Column<RaRecord>[];
}
