import type { RequestHandler } from "express";
import { ProblemError } from "./problem.ts";

const harmless = new Set(["GET", "HEAD", "OPTIONS"]);

/** A browser names the page a request comes from; nobody else's page may change anything here with a person's cookie. */
export const requireOwnOrigin =
  (origins: readonly string[]): RequestHandler =>
  (request, _response, next) => {
    const { origin } = request.headers;
    const site = request.headers["sec-fetch-site"];
    const foreign = origin === undefined ? site === "cross-site" : !origins.includes(origin);
    if (!harmless.has(request.method) && foreign) {
      throw new ProblemError("foreign-origin", { origin: (origin ?? "").slice(0, 200) });
    }
    next();
  };
