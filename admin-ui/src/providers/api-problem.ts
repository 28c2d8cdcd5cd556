import type { Problem } from "../../../domain/contracts/common.ts";

/** The request never got an answer: nothing is known about what the server did. */
export class NetworkLost extends Error {
  override readonly name = "NetworkLost";
  readonly status = 0;
  constructor(cause: unknown) {
    super("network-lost", { cause });
  }
}

/** RFC 9457: the server said no, and why. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly status: number;
  readonly problem: Problem;
  /** react-admin reads field errors and the message from `body`. */
  readonly body: Problem;
  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.status = problem.status;
    this.problem = problem;
    this.body = problem;
  }
}

export const isProblem = (error: unknown, code?: string): error is ApiProblem =>
  error instanceof ApiProblem && (code === undefined || error.problem.code === code);

/** Not one of ours: a gateway's page, an empty answer. The status is all there is to tell. */
export const unreadableProblem = (status: number, statusText: string): Problem => ({
  type: "about:blank",
  title: statusText || `HTTP ${status}`,
  status,
  code: status === 401 ? "unauthenticated" : "unreadable-answer",
});

/** The session ran out: nothing was done, and the same may be sent once more after signing in. */
export const isSignedOut = (error: unknown): boolean => error instanceof ApiProblem && error.status === 401;

/** The answer to a sent command may be lost by these; the command itself may have been carried out. */
export const isOutcomeUnknown = (error: unknown): boolean =>
  error instanceof NetworkLost || (error instanceof ApiProblem && error.status >= 500);
