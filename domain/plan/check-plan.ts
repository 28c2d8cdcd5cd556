import { fold, nfc, slugOf } from "../text/text.ts";
import type { PlanCounts, Program, SeedLines } from "./program.ts";

/** A difference between the plan as data and the plan as signed. */
export interface PlanDefect {
  readonly code: string;
  readonly field: string;
  readonly message: string;
}

type Quotation = { readonly code: string; readonly vi: string; readonly seedLines?: SeedLines };

const squeeze = (text: string): string => nfc(text).replace(/\s+/g, " ").trim();

export function countsOf(program: Program): PlanCounts {
  const ofKind = (kind: string): number => program.tasks.filter((task) => task.kind === kind).length;
  return {
    agencies: program.agencies.length,
    indicators: program.indicators.length,
    taskGroups: ofKind("group"),
    contentTasks: ofKind("content"),
    assignedTasks: ofKind("assigned"),
    fundingSources: program.fundingSources.length,
    obligations: program.obligations.length,
  };
}

function countDefects(program: Program): PlanDefect[] {
  const found = countsOf(program);
  return (Object.keys(program.meta.counts) as (keyof PlanCounts)[])
    .filter((field) => found[field] !== program.meta.counts[field])
    .map((field) => ({
      code: "meta.counts",
      field,
      message: `expected ${program.meta.counts[field]}, found ${found[field]}`,
    }));
}

function quotationDefect(row: Quotation, lines: readonly string[]): PlanDefect[] {
  if (row.seedLines === undefined) return [{ code: row.code, field: "seedLines", message: "no lines are named" }];
  const [first, last] = row.seedLines;
  const span = squeeze(lines.slice(first - 1, last).join(" "));
  if (span.includes(squeeze(row.vi))) return [];
  return [{ code: row.code, field: "vi", message: `not in the words of lines ${first} to ${last}: ${row.vi}` }];
}

/** Every title that claims to be the plan's own words stands in the lines it names. */
export function quotationDefects(program: Program, source: string): PlanDefect[] {
  const lines = source.split(/\r?\n/);
  const quoted: readonly Quotation[] = [
    ...program.tasks,
    ...program.indicators,
    ...program.obligations,
    ...program.fundingSources.filter((fund) => fund.derived !== true),
  ];
  return quoted.flatMap((row) => quotationDefect(row, lines));
}

function addressDefects(program: Program): PlanDefect[] {
  const { agencies, indicators, tasks, fundingSources, obligations } = program;
  return [agencies, indicators, tasks, fundingSources, obligations].flatMap((rows) => {
    const seen = new Set<string>();
    return rows.flatMap((row) => {
      const expected = slugOf(row.code);
      const repeated = seen.has(row.slug);
      seen.add(row.slug);
      if (row.slug !== expected) return [{ code: row.code, field: "slug", message: `should be ${expected}` }];
      return repeated ? [{ code: row.code, field: "slug", message: `used twice: ${row.slug}` }] : [];
    });
  });
}

function referenceDefects(program: Program): PlanDefect[] {
  const agencies = new Set(program.agencies.map((agency) => agency.code));
  const unknown = (code: string, field: string, named: readonly (string | null | undefined)[]): PlanDefect[] =>
    named
      .filter((name) => typeof name === "string" && !agencies.has(name))
      .map((name) => ({ code, field, message: `no such agency: ${name}` }));
  return [
    ...program.agencies.flatMap((row) => unknown(row.code, "successors", [...row.successors, row.parent])),
    ...program.tasks.flatMap((row) => unknown(row.code, "lead", [...row.lead, ...row.coordinating])),
    ...program.fundingSources.flatMap((row) => unknown(row.code, "advisor", [row.advisor])),
    ...program.obligations.flatMap((row) =>
      unknown(row.code, "obligated", [...row.obligated, row.beneficiary, row.via]),
    ),
    ...unknown(program.program.code, "issuingBody", [program.program.issuingBody]),
  ];
}

function spellingDefects(program: Program): PlanDefect[] {
  const { agencies, indicators, tasks, fundingSources, obligations } = program;
  return [...agencies, ...indicators, ...tasks, ...fundingSources, ...obligations]
    .filter((row) => nfc(row.vi) !== row.vi || fold(row.vi) === "")
    .map((row) => ({ code: row.code, field: "vi", message: "empty or not NFC" }));
}

/** All that must hold before the plan is loaded; an empty list means it may be. */
export const checkPlan = (program: Program, source: string): PlanDefect[] => [
  ...countDefects(program),
  ...quotationDefects(program, source),
  ...addressDefects(program),
  ...referenceDefects(program),
  ...spellingDefects(program),
];
