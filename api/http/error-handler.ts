import type { ErrorRequestHandler, Request } from "express";
import type { Logger } from "pino";
import { BadCursor, isStoreUnavailable } from "../../store/index.ts";
import { BODY_LIMIT } from "./json-body.ts";
import type { Language } from "./language.ts";
import { texts } from "../texts/index.ts";
import { describeProblem, ProblemError } from "./problem.ts";
import { languageOf, stateOf } from "./request-state.ts";
import { RejectionError } from "./rejection-problem.ts";

/** What express' body reader throws, by its own `type`. */
function bodyProblem(error: unknown): ProblemError | null {
  const type = error instanceof Error && "type" in error ? String(error.type) : "";
  if (type === "entity.parse.failed") return new ProblemError("malformed-json", {});
  if (type === "entity.too.large") return new ProblemError("too-large", { limitKb: BODY_LIMIT / 1000 });
  if (type === "charset.unsupported" || type === "encoding.unsupported") {
    return new ProblemError("wrong-content-type", { given: type });
  }
  return type.startsWith("entity.") || type === "request.aborted" ? new ProblemError("malformed-json", {}) : null;
}

/** A path with a broken percent escape names nothing. */
const pathProblem = (error: unknown, request: Request): ProblemError | null =>
  error instanceof URIError ? new ProblemError("unknown-route", { method: request.method, path: request.path }) : null;

/** Class 22: a value that does not fit its column. The only value of a request that reaches SQL unread is a cursor. */
const isDataError = (error: unknown): boolean =>
  error instanceof RangeError || (error instanceof Error && "code" in error && /^22/.test(String(error.code)));

/** A cursor comes back as it was given; one that was made up, or belongs to another list, is the sender's mistake. */
function cursorProblem(error: unknown, request: Request, language: Language): ProblemError | null {
  const made = error instanceof BadCursor || (request.query["cursor"] !== undefined && isDataError(error));
  if (!made) return null;
  const path = "query.cursor";
  const errors = [{ path, code: "invalid-format", message: texts[language].issues.wrongFormat }];
  return new ProblemError("invalid-input", { fields: [path] }, { errors });
}

const isProblem = (error: unknown): error is ProblemError => error instanceof ProblemError;

function toProblem(error: unknown, request: Request, log: Logger): ProblemError {
  if (isProblem(error)) return error;
  const known = bodyProblem(error) ?? pathProblem(error, request) ?? cursorProblem(error, request, languageOf(request));
  if (known) return known;
  const incident = stateOf(request).id;
  if (isStoreUnavailable(error)) {
    log.error({ incident, err: error }, "the database is out of reach");
    return new ProblemError("store-unavailable", {});
  }
  log.error({ incident, err: error }, "defect");
  return new ProblemError("defect", { incident });
}

export const errorHandler =
  (log: Logger): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const language = languageOf(request);
    const instance = `urn:uuid:${stateOf(request).id}`;
    const problem =
      error instanceof RejectionError
        ? error.describe(language, instance)
        : describeProblem(toProblem(error, request, log), language, instance);
    if (problem.status === 503) response.set("retry-after", "5");
    response
      .status(problem.status)
      .set({ "cache-control": "no-store", "content-language": language })
      .type("application/problem+json")
      .send(JSON.stringify(problem));
  };
