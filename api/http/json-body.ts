import { json, type RequestHandler } from "express";
import { ProblemError } from "./problem.ts";

/** Room for the largest report the form allows, in the UTF-8 of Vietnamese, with some to spare. */
export const BODY_LIMIT = 1_200_000;

const readJson = json({ limit: BODY_LIMIT, strict: false, type: "application/json" });

const hasBody = (length: string | undefined, encoding: string | undefined): boolean =>
  encoding !== undefined || Number(length ?? 0) > 0;

/** Another content type is refused rather than read as an empty body: the sender must hear why. */
export const jsonBody: RequestHandler = (request, response, next) => {
  const { headers } = request;
  if (hasBody(headers["content-length"], headers["transfer-encoding"]) && !request.is("application/json")) {
    throw new ProblemError("wrong-content-type", { given: (headers["content-type"] ?? "").slice(0, 100) });
  }
  readJson(request, response, next);
};
