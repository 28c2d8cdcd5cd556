import type { Holder, Role, StepId } from "../../domain/engine/pipeline.ts";
import type { CampaignRejection, CampaignStatus, CampaignVerb, MemberStatus } from "../../domain/campaign/campaign.ts";
import type { Rejection } from "../../domain/engine/rejection.ts";
import type { Second } from "../../domain/funding/may-record.ts";
import type { PaperStatus } from "../../domain/funding/papers.ts";
import type { MoneyRejection } from "../../domain/funding/rejection.ts";
import type { DelegationNoticeKind, DelegationRejection } from "../../domain/delegation/index.ts";
import type { NoticeKind } from "../../domain/engine/notices.ts";
import type { Verb } from "../../domain/engine/command.ts";
import type { Unconsultable } from "../../domain/plan/consultable.ts";
import type { Grant } from "../../domain/contracts/directory.ts";
import type { CalendarEditTexts, CalendarHealthTexts } from "./calendar.ts";
import type { StuckCause } from "../views/stuck-cause.ts";

export interface ProblemText {
  title: string;
  detail: string;
  /** What the reader can do next. */
  remedy: string;
}

/** What each refusal of the edge itself is told about. */
export interface HttpData {
  "malformed-json": Record<string, never>;
  "invalid-input": { fields: string[] };
  "too-large": { limitKb: number };
  "wrong-content-type": { given: string };
  "unknown-route": { method: string; path: string };
  "not-found": { what: string };
  "sign-in-needed": Record<string, never>;
  "invalid-credentials": Record<string, never>;
  "too-many-attempts": { seconds: number };
  "foreign-origin": { origin: string };
  "no-account": { email: string };
  "not-allowed": { needs: Grant };
  "post-not-yours": { post: string };
  "delegation-not-current": Record<string, never>;
  "own-account": Record<string, never>;
  "account-exists": { name: string };
  "account-missing": { name: string };
  "choose-post": { posts: string[] };
  "draft-changed": { by: string; at: string };
  "draft-not-editable": { reason: string };
  "desk-changed": { units: number };
  "content-incomplete": { count: number };
  "command-id-reused": Record<string, never>;
  "not-carried-out": Record<string, never>;
  "calendar-year-missing": { year: number };
  "calendar-moved-on": Record<string, never>;
  "calendar-invalid": { problems: string[] };
  "pipeline-not-valid": { count: number };
  "pipeline-moved-on": { pipeline: string; latest: number; by: string | null; at: string | null };
  "pipeline-unchanged": { pipeline: string };
  "money-refused": { reason: string };
  "setting-value": { today: string };
  "setting-in-force": { today: string };
  "over-ceiling": { says: "stop" | "reason" | "head"; source: string; remaining: string; over: string };
  "paper-answered": { status: PaperStatus; by: string };
  "second-person": { who: Second; own: boolean };
  "ceiling-moved-on": { version: number };
  "ceiling-in-change": Record<string, never>;
  "unit-not-consultable": { unit: string; why: Unconsultable };
  "migration-over": Record<string, never>;
  "migration-own": Record<string, never>;
  "case-not-yours-to-start": { pipeline: string };
  "store-unavailable": Record<string, never>;
  "engine-unavailable": Record<string, never>;
  "nobody-in-post": { post: string; person: boolean };
  defect: { incident: string };
}
export type HttpCode = keyof HttpData;

export type AnyRejection = Rejection | CampaignRejection | MoneyRejection | DelegationRejection;
export type AnyRejectionCode = AnyRejection["code"];

/** Words of one case that a refusal names, already in the reader's language. */
export interface Names {
  step: (id: StepId) => string;
  verb: (verb: Verb) => string;
  post: (post: { unit: string; role: Role }) => string;
  holder: (holder: Holder, unit: string | null) => string;
  unit: (code: string) => string;
  time: (instant: number) => string;
}

export interface IssueTexts {
  missing: string;
  wrongType: (expected: string) => string;
  tooBig: (kind: string, limit: number) => string;
  tooSmall: (kind: string, limit: number) => string;
  wrongFormat: string;
  notOneOf: (values: string[]) => string;
  unknownField: string;
  unstorable: string;
  invalid: string;
}

export interface HealthTexts extends CalendarHealthTexts {
  up: string;
  noAnswer: (error: string) => string;
  namespaceMissing: (namespace: string) => string;
  pollers: (workflow: number, activity: number, backlog: number) => string;
  noPollers: string;
  workerUp: (seconds: number) => string;
  workerBehind: (seconds: number) => string;
  scheduleUp: (next: string | null) => string;
  scheduleMissing: string;
  schedulePaused: (note: string) => string;
  settlerIdle: string;
  settlerOff: string;
  settlerBacklog: (count: number, seconds: number) => string;
  store: (connections: string) => string;
}

export interface NoticeParams {
  title: string;
  by: string;
  due: string | null;
  reason: string | null;
  /** What was decided on a request, line by line. */
  answer: string;
  /** Of a delegation. */
  from: string;
  to: string;
  period: string;
}

/** Refusals that concern step kinds beyond drafting and approving; they have a file of their own. */
type EngineCode =
  | "not-your-right"
  | "clock-paused"
  | "no-line-referred"
  | "not-weighed"
  | "content-not-stored"
  | "delegation-not-valid"
  | "delegation-ceiling"
  | "mark-not-allowed"
  | "nothing-to-withdraw"
  | "question-open"
  | "no-question"
  | "question-unclear"
  | "term-not-over"
  | "unit-already-asked"
  | "unit-not-asked"
  | "unit-has-answered"
  | "last-unit"
  | "line-unknown"
  | "line-not-open"
  | "line-missing"
  | "line-not-yours"
  | "position-not-fitting"
  | "line-unexplained"
  | "no-lines"
  | "too-many-lines"
  | "referral-not-possible"
  | "amount-not-allowed"
  | "ceiling-exceeded"
  | "due-not-later"
  | "skip-not-proposed"
  | "skip-already-proposed"
  | "second-person-needed";
export type EngineTexts = Pick<Texts["rejections"], EngineCode>;
export type MoneyProblemTexts = Pick<
  Texts["problems"],
  "over-ceiling" | "paper-answered" | "second-person" | "ceiling-moved-on" | "ceiling-in-change"
>;
export type MoneyTexts = Pick<Texts["rejections"], MoneyRejection["code"]>;

export type DelegationTexts = Pick<Texts["rejections"], DelegationRejection["code"]>;
export type DelegationNoticeTexts = Record<DelegationNoticeKind, (params: NoticeParams) => string>;

export interface Texts {
  problems: { [Code in HttpCode]: (data: HttpData[Code]) => ProblemText };
  rejections: {
    [Code in AnyRejectionCode]: (rejection: Extract<AnyRejection, { code: Code }>, names: Names) => ProblemText;
  };
  issues: IssueTexts;
  calendarEdit: CalendarEditTexts;
  roles: Record<Role, string>;
  health: HealthTexts;
  causes: Record<StuckCause, string>;
  /** Names of what is stuck where the record has no title. */
  subjects: {
    campaign: (id: string, year: number | null) => string;
    case: (id: string) => string;
    opener: (id: string) => string;
  };
  campaignVerbs: Record<CampaignVerb, string>;
  campaignStatuses: Record<CampaignStatus, string>;
  /** Why a member cannot be excluded or taken back as it stands. */
  memberStandings: Record<MemberStatus, string>;
  notices: Record<NoticeKind, (params: NoticeParams) => string> &
    DelegationNoticeTexts & { "migration-proposed": (params: NoticeParams) => string };
  /** A section of a plain paper that must be written. */
  sectionEmpty: (name: string) => string;
  period: (start: string, end: string) => string;
  /** A delegate beside the holder of a post. */
  actsFor: (name: string, holder: string) => string;
  draftReasons: { notYours: string; notDrafting: string };
  system: string;
  remedies: { waitForMachine: string; notAdministrator: string; personDecides: string };
  readyz: { ready: string; down: (parts: string[]) => string };
}
