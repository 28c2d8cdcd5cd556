import type { Milestone, Party, Role, StepId, StepKind } from "../engine/pipeline.ts";

/** What each finding is told about; the code is stable, the words are in words.ts. */
export interface TableFindingData {
  "start-unknown": { target: StepId };
  "start-without-author": { kind: StepKind };
  "target-unknown": { target: StepId };
  unreachable: Record<never, never>;
  "no-way-out": Record<never, never>;
  "never-completes": Record<never, never>;
  "automatic-circle": { circle: readonly StepId[] };
  "return-not-earlier": { target: StepId };
  "return-to-machine": { target: StepId; kind: StepKind };
  "asks-nobody": { target: StepId };
  "asks-later-step": { target: StepId };
  "withdraw-not-to-end": { target: StepId };
  "lapse-not-to-end": { target: StepId };
  "reject-completes": { target: StepId };
  "holder-empty": Record<never, never>;
  "role-never-acts": { role: Role };
  "role-unfit": { role: Role; kind: StepKind; allowed: readonly Role[] };
  "quorum-unreachable": { quorum: number; persons: number | null };
  "four-eyes-impossible": { author: StepId; quorum: number; persons: number };
  "four-eyes-same-post": { author: StepId; role: Role };
  "term-empty": { days: number };
  "reminder-outside-term": { days: number; span: number };
  "reminder-twice": { days: number };
  "escalation-too-soon": { days: number };
  "escalation-twice": { days: number };
  "escalation-to-holder": Record<never, never>;
  "escalation-to-nobody": Record<never, never>;
  "term-shorter-than-parts": { term: number; parts: number; way: readonly StepId[] };
  "branch-arm-dead": { target: StepId };
  "nobody-asked": Record<never, never>;
  "maybe-nobody-asked": Record<never, never>;
  "asked-twice": { party: Party };
  "lines-without-ceiling": Record<never, never>;
  "higher-without-way": Record<never, never>;
  "higher-never-taken": Record<never, never>;
  "lines-without-content": Record<never, never>;
  "referral-to-nobody": Record<never, never>;
  "mark-unfit": { mark: string; role: Role };
  "mark-of-nobody": { role: Role };
  "mark-missing": { role: Role };
  "concerns-unknown": { section: string };
  "fact-too-early": { field: string };
  "task-unknown": { task: string; known: readonly string[] };
  "minimum-impossible": { percent: number };
  "section-twice": { section: string };
  "name-missing": { language: "vi" | "en" };
  "name-not-nfc": { language: "vi" | "en" };
  "name-shared": { other: StepId };
  "milestone-nobody-tells": { milestone: Milestone };
  "milestone-nobody-hears": { milestone: Milestone };
}

/** Of a table as it meets the people who hold posts today. */
export interface DirectoryFindingData {
  "party-not-seated": { party: Party };
  "nobody-holds-post": { unit: string; roles: readonly Role[] };
  "quorum-above-holders": { unit: string; roles: readonly Role[]; quorum: number; holders: number };
  "only-holder-is-author": { unit: string; roles: readonly Role[]; author: StepId };
  "nobody-to-escalate-to": { unit: string; roles: readonly Role[] };
}

export interface FindingData extends TableFindingData, DirectoryFindingData {}

export type FindingCode = keyof FindingData;
export type DirectoryFindingCode = keyof DirectoryFindingData;

/** An error keeps a table from being published; a warning is told and stays. */
export type Severity = "error" | "warning";

export interface FindingOf<C extends FindingCode> {
  code: C;
  severity: Severity;
  /** null: the table as a whole. */
  step: StepId | null;
  /** Field inside the table, as a path of its JSON: "steps.intake.on.return.0". */
  path: string;
  data: FindingData[C];
}

export type Finding = { [C in FindingCode]: FindingOf<C> }[FindingCode];
export type DirectoryFinding = { [C in DirectoryFindingCode]: FindingOf<C> }[DirectoryFindingCode];

const warnings: ReadonlySet<FindingCode> = new Set<FindingCode>([
  "four-eyes-same-post",
  "escalation-to-holder",
  "nobody-to-escalate-to",
  "maybe-nobody-asked",
  "name-shared",
  "milestone-nobody-hears",
]);

/** A finding at a field of a step, or of the table itself where `step` is null. */
export function finding<C extends FindingCode>(
  code: C,
  step: StepId | null,
  field: string,
  data: FindingData[C],
): FindingOf<C> & Finding {
  const path = step === null ? field : [`steps.${step}`, field].filter(Boolean).join(".");
  return { code, severity: warnings.has(code) ? "warning" : "error", step, path, data } as FindingOf<C> & Finding;
}

export const isError = ({ severity }: Finding): boolean => severity === "error";
