import type { ZodType } from "zod";

export type Method = "GET" | "POST" | "PUT";

/**
 * One HTTP operation, stated once: Express serves it, the UI calls it, OpenAPI describes it.
 * `path` is relative to /api/v1 and uses {name} for parameters.
 */
export interface Endpoint {
  method: Method;
  path: string;
  summary: string;
  tag: string;
  params?: ZodType;
  query?: ZodType;
  body?: ZodType;
  response: ZodType;
  /** Other success answers, e.g. 202 with a link to the receipt. */
  accepted?: ZodType;
  /** Answered as a file of comma-separated values, written as it is read. */
  csv?: boolean;
  /** Answered without a session. */
  public?: boolean;
}

export const endpoint = <const E extends Endpoint>(definition: E): E => definition;
