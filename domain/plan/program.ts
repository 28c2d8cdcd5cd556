import type { LocalDate } from "../calendar/local-time.ts";

/** Every record carries the plan's own words (`vi`), an English gloss, and where it was found. */
interface PlanRecord {
  readonly code: string;
  readonly vi: string;
  readonly en: string;
  readonly source: string;
}

interface Addressed extends PlanRecord {
  readonly slug: string;
}

/** First and last line of the plan's text in which `vi` stands. */
export type SeedLines = readonly [first: number, last: number];

interface Quoted extends Addressed {
  readonly seedLines: SeedLines;
  readonly note?: string;
}

export type AgencyType =
  | "committee"
  | "council"
  | "party"
  | "office"
  | "department"
  | "authority"
  | "sector"
  | "front"
  | "university"
  | "college"
  | "unit"
  | "ministry"
  | "group"
  | "district";

export interface Agency extends Addressed {
  readonly type: AgencyType;
  readonly abbr: string | null;
  readonly namedInSeed: boolean;
  /** First day; null when unknown or always. */
  readonly effectiveFrom: LocalDate | null;
  /** First day on which the unit no longer exists; null when open. */
  readonly effectiveTo: LocalDate | null;
  readonly successors: readonly string[];
  readonly annualReportDuty: boolean;
  readonly parent?: string;
  readonly gsoCode?: string;
  readonly units?: readonly string[];
  readonly note?: string;
}

export interface Indicator extends Quoted {
  readonly targetYear: number;
  readonly type: "qualitative" | "quantitative";
  readonly operator: ">" | "~" | "=" | "range" | null;
  readonly target: number | null;
  readonly targetMax: number | null;
  readonly unit: string | null;
  /** Without it no percentage of progress may be computed. */
  readonly baseline?: number | null;
}

export type TaskKind = "group" | "content" | "assigned";

export interface PlanTask extends Quoted {
  readonly kind: TaskKind;
  readonly parent: string | null;
  readonly lead: readonly string[];
  /** `inferred`: no agency is named in the plan; Sở KH&CN must confirm. */
  readonly leadBasis: "explicit" | "inferred" | null;
  readonly leadSource: string | null;
  readonly coordinating: readonly string[];
  readonly relatedTo?: readonly string[];
}

export interface FundingSource extends Addressed {
  readonly parent: string | null;
  readonly advisor: string | null;
  /** Off-budget sources are recorded, never asked for. */
  readonly requestable: boolean;
  readonly seedLines?: SeedLines;
  /** Split by us (central, local); not in the plan's words. */
  readonly derived?: boolean;
  readonly law?: string;
  readonly note?: string;
}

export interface ObligationDue {
  readonly rule: "BEFORE" | "NOT_IN_SEED" | "BUDGET_CALENDAR" | "PUBLIC_INVESTMENT_CALENDAR";
  readonly month?: number;
  readonly day?: number;
  readonly inclusive?: boolean;
  readonly lastOnTimeDay?: string;
  readonly tz?: string;
  readonly rollIfNonWorking?: string;
  readonly proposal?: string;
}

export interface Obligation extends Quoted {
  readonly obligated: readonly string[];
  readonly beneficiary: string;
  readonly via: string | null;
  readonly kind: "once" | "continuous" | "annual" | "five-yearly" | "on-event";
  readonly due: ObligationDue | null;
  readonly recurrence: string | null;
  readonly firstPeriod?: number;
}

export interface PlanDocument extends PlanRecord {
  readonly documentType: { readonly vi: string; readonly abbr: string };
  readonly issuingBody: string;
  readonly number: { readonly value: string; readonly source: string };
  readonly issuedDate: { readonly value: LocalDate; readonly source: string };
  readonly place: { readonly value: string; readonly source: string };
  readonly signatory: {
    readonly authorityLine: string;
    readonly onBehalf: string;
    readonly title: string;
    readonly name: string;
    readonly mark: string;
  };
  readonly legalBases: readonly {
    readonly code: string;
    readonly vi: string;
    readonly date: LocalDate | null;
    readonly issuer: string;
  }[];
  readonly recipients: readonly { readonly code: string; readonly vi: string; readonly expanded: string | null }[];
  readonly horizon: { readonly target: number; readonly vision: number };
  readonly objectives: readonly PlanRecord[];
  readonly seedIssues: readonly string[];
}

export interface PlanCounts {
  readonly agencies: number;
  readonly indicators: number;
  readonly taskGroups: number;
  readonly contentTasks: number;
  readonly assignedTasks: number;
  readonly fundingSources: number;
  readonly obligations: number;
}

export interface Program {
  readonly meta: {
    readonly effectiveRule: string;
    readonly seed: string;
    readonly encoding: string;
    readonly codeRule: string;
    readonly leadBasis: { readonly explicit: string; readonly inferred: string };
    readonly viRule: string;
    readonly counts: PlanCounts;
  };
  readonly program: PlanDocument;
  readonly agencies: readonly Agency[];
  readonly indicators: readonly Indicator[];
  readonly tasks: readonly PlanTask[];
  readonly fundingSources: readonly FundingSource[];
  readonly obligations: readonly Obligation[];
}
