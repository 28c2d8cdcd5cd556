import type { Problem } from "../../domain/contracts/common.ts";
import type { Language } from "./language.ts";
import { texts, type HttpCode, type HttpData, type ProblemText } from "../texts/index.ts";

export type FieldError = NonNullable<Problem["errors"]>[number];

const statusOf: Record<HttpCode, number> = {
  "malformed-json": 400,
  "invalid-input": 400,
  "too-large": 413,
  "wrong-content-type": 415,
  "unknown-route": 404,
  "not-found": 404,
  "sign-in-needed": 401,
  "invalid-credentials": 401,
  "too-many-attempts": 429,
  "foreign-origin": 403,
  "no-account": 403,
  "not-allowed": 403,
  "post-not-yours": 403,
  "delegation-not-current": 403,
  "choose-post": 422,
  "own-account": 409,
  "account-exists": 409,
  "account-missing": 409,
  "draft-changed": 409,
  "draft-not-editable": 403,
  "desk-changed": 409,
  "content-incomplete": 422,
  "command-id-reused": 409,
  "not-carried-out": 409,
  "calendar-year-missing": 409,
  "calendar-moved-on": 409,
  "calendar-invalid": 422,
  "pipeline-not-valid": 422,
  "pipeline-moved-on": 409,
  "pipeline-unchanged": 409,
  "money-refused": 409,
  "over-ceiling": 409,
  "setting-value": 422,
  "setting-in-force": 409,
  "paper-answered": 409,
  "second-person": 403,
  "ceiling-moved-on": 409,
  "ceiling-in-change": 409,
  "unit-not-consultable": 422,
  "migration-over": 409,
  "migration-own": 403,
  "case-not-yours-to-start": 403,
  "store-unavailable": 503,
  "engine-unavailable": 503,
  "nobody-in-post": 422,
  defect: 500,
};

/** A refusal with a stable code; its words are chosen only when the language of the reader is known. */
export class ProblemError<C extends HttpCode = HttpCode> extends Error {
  override readonly name = "ProblemError";
  readonly code: C;
  readonly data: HttpData[C];
  readonly errors: FieldError[] | undefined;
  readonly extra: Record<string, unknown> | undefined;
  constructor(
    code: C,
    data: HttpData[C],
    more: { errors?: FieldError[]; extra?: Record<string, unknown>; cause?: unknown } = {},
  ) {
    super(code, { cause: more.cause });
    this.code = code;
    this.data = data;
    this.errors = more.errors;
    this.extra = more.extra;
  }
}

export interface ProblemParts {
  code: string;
  status: number;
  text: ProblemText;
  instance?: string;
  errors?: FieldError[] | undefined;
  data?: Record<string, unknown> | undefined;
  incident?: string;
}

export function problemOf(parts: ProblemParts): Problem {
  const { code, status, text } = parts;
  return {
    type: `urn:trinh-ky:problem:${code}`,
    title: text.title,
    status,
    code,
    detail: text.detail,
    remedy: text.remedy,
    ...(parts.instance ? { instance: parts.instance } : {}),
    ...(parts.incident ? { incident: parts.incident } : {}),
    ...(parts.errors ? { errors: parts.errors } : {}),
    ...(parts.data ? { data: parts.data } : {}),
  };
}

export function describeProblem(error: ProblemError, language: Language, instance: string): Problem {
  const write = texts[language].problems[error.code] as (data: unknown) => ProblemText;
  const parts = { code: error.code, status: statusOf[error.code], text: write(error.data), instance };
  return problemOf({ ...parts, errors: error.errors, data: error.extra });
}
