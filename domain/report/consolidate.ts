import { indicatorOf, taskOf } from "../plan/plan.ts";
import { consolidateFunding, groupBy, titleOf } from "./consolidate-funding.ts";
import { CONSOLIDATED_VERSION, type ConsolidatedReport, type Editorial } from "./consolidated-schema.ts";
import { SECTION_KEYS, type SectionKey } from "./form-spec.ts";
import { sectionOf } from "./form.ts";
import { compareIndicatorCodes, compareTaskCodes, compareUnits } from "./plan-order.ts";
import type { AnnualReportDraft, DraftSections } from "./schema.ts";
import { countByStatus } from "./summary.ts";

export interface ConsolidationMember {
  readonly unitCode: string;
  readonly unitName: string;
  readonly caseId: string;
  /** Ties the figures to the very version that was accepted. */
  readonly contentHash: string;
  readonly report: AnnualReportDraft;
}

export interface MissingMember {
  readonly unitCode: string;
  readonly unitName: string;
  readonly reason: string;
}

export const NO_REPORT = { vi: "Chưa có báo cáo", en: "No report yet" } as const;

type SectionWithRows = {
  readonly nothingToReport?: boolean | undefined;
  readonly rows?: readonly object[] | undefined;
};
type From<Row> = Row & { unitCode: string };

const sectionsOf = (member: ConsolidationMember): DraftSections => member.report.sections ?? {};

/** Rows of all agencies, each with its origin, in the order of the agencies. */
function collect<Row extends object>(
  members: readonly ConsolidationMember[],
  rowsOf: (sections: DraftSections) => readonly Row[] | undefined,
): From<Row>[] {
  return members.flatMap((member) =>
    (rowsOf(sectionsOf(member)) ?? []).map((row) => ({ unitCode: member.unitCode, ...row })),
  );
}

const isAnswered = (section: { readonly nothingToReport?: boolean | undefined } | undefined): boolean =>
  section?.nothingToReport !== true;

/** Rows that the plan filled in and the agency declared void must not come back as entries. */
const answeredRows = <Section extends SectionWithRows>(section: Section | undefined): Section["rows"] =>
  isAnswered(section) ? section?.rows : undefined;

const answeredPlans = (section: DraftSections["I"]) => (isAnswered(section) ? section?.plans : undefined);

function tasksOf(members: readonly ConsolidationMember[]): ConsolidatedReport["tasks"] {
  const entries = collect(members, (sections) => answeredRows(sections.II));
  return [...groupBy(entries, (entry) => entry.taskCode ?? "")]
    .sort(([a], [b]) => compareTaskCodes(a, b))
    .map(([code, group]) => ({
      code,
      title: titleOf(taskOf(code), code),
      counts: countByStatus(group),
      entries: [...group],
    }));
}

function indicatorsOf(members: readonly ConsolidationMember[]): ConsolidatedReport["indicators"] {
  const entries = collect(members, (sections) => answeredRows(sections.III));
  return [...groupBy(entries, (entry) => entry.indicatorCode ?? "")]
    .sort(([a], [b]) => compareIndicatorCodes(a, b))
    .map(([code, group]) => ({ code, title: titleOf(indicatorOf(code), code), entries: [...group] }));
}

type Counted<Key extends string> = Record<Key, number>;

/** Sums of whole numbers, with what each agency that answered put into them. */
function counted<Key extends string>(
  members: readonly ConsolidationMember[],
  section: SectionKey,
  keys: readonly Key[],
): Counted<Key> & { contributions: (Counted<Key> & { unitCode: string })[] } {
  const figures = (member: ConsolidationMember): Counted<Key> => {
    const values = (sectionsOf(member)[section] ?? {}) as Partial<Counted<Key>>;
    return Object.fromEntries(keys.map((key) => [key, values[key] ?? 0])) as Counted<Key>;
  };
  const contributions = members
    .map((member) => ({ unitCode: member.unitCode, ...figures(member) }))
    .filter((row) => keys.some((key) => row[key] !== 0));
  const sums = Object.fromEntries(
    keys.map((key) => [key, contributions.reduce((sum, row) => sum + row[key], 0)]),
  ) as Counted<Key>;
  return { ...sums, contributions };
}

function bySection<Value>(valueOf: (key: SectionKey) => Value): Record<SectionKey, Value> {
  return Object.fromEntries(SECTION_KEYS.map((key) => [key, valueOf(key)])) as Record<SectionKey, Value>;
}

/** The agencies' long texts, field by field in the order of the form. */
function narrativesOf(
  members: readonly ConsolidationMember[],
  key: SectionKey,
): { unitCode: string; field: string; text: string }[] {
  const fields = sectionOf(key).fields.filter((field) => field.type === "longtext");
  return fields.flatMap((field) =>
    members.flatMap((member) => {
      const text = (sectionsOf(member)[key] as Readonly<Record<string, unknown>> | undefined)?.[field.key];
      return typeof text === "string" && text !== "" ? [{ unitCode: member.unitCode, field: field.key, text }] : [];
    }),
  );
}

const membersWithNothing = (members: readonly ConsolidationMember[], key: SectionKey): string[] =>
  members.filter((member) => sectionsOf(member)[key]?.nothingToReport === true).map((member) => member.unitCode);

export interface ConsolidationInput {
  readonly year: number;
  readonly members: readonly ConsolidationMember[];
  readonly missing: readonly MissingMember[];
  /** Kept over from an earlier snapshot. */
  readonly editorial?: Editorial;
}

/** One document out of the accepted reports; the same reports give the same document, in whatever order they come. */
export function consolidate({ year, members, missing, editorial = {} }: ConsolidationInput): ConsolidatedReport {
  const sorted = [...members].sort((a, b) => compareUnits(a.unitCode, b.unitCode));
  const tasks = tasksOf(sorted);
  return {
    kind: "consolidated-report",
    formVersion: CONSOLIDATED_VERSION,
    year,
    members: sorted.map(memberLine),
    missing: [...missing]
      .sort((a, b) => compareUnits(a.unitCode, b.unitCode))
      .map(({ unitCode, unitName, reason }) => ({ unitCode, unitName, reason })),
    nothingToReport: bySection((key) => membersWithNothing(sorted, key)),
    outreach: counted(sorted, "I", ["conferences", "participants", "articles"]),
    plans: collect(sorted, (sections) => answeredPlans(sections.I)),
    tasks,
    taskCounts: countByStatus(tasks.flatMap((task) => task.entries)),
    indicators: indicatorsOf(sorted),
    funding: consolidateFunding(collect(sorted, (sections) => answeredRows(sections.IV))),
    resources: counted(sorted, "V", ["projects", "trained", "facilities"]),
    obstacles: collect(sorted, (sections) => answeredRows(sections.VII)),
    proposals: collect(sorted, (sections) => sections.IX?.proposals),
    narratives: bySection((key) => narrativesOf(sorted, key)),
    editorial,
  };
}

function memberLine({
  unitCode,
  unitName,
  caseId,
  contentHash,
  report,
}: ConsolidationMember): ConsolidatedReport["members"][number] {
  const head = report.head ?? {};
  const line = { unitCode, unitName, caseId, contentHash, includesEstimate: head.includesEstimate === true };
  return head.periodTo === undefined ? line : { ...line, periodTo: head.periodTo };
}
