import { fromNodeHeaders } from "better-auth/node";
import { raw, Router, type Request, type Response } from "express";
import { ProblemError } from "../http/problem.ts";
import { requireOwnOrigin } from "../http/origin.ts";
import type { Auth } from "./auth.ts";

const AUTH_BODY_LIMIT = "16kb";

function webRequest(request: Request, publicUrl: string): globalThis.Request {
  const body = Buffer.isBuffer(request.body) && request.body.length > 0 ? new Uint8Array(request.body) : undefined;
  const { method } = request;
  const headers = fromNodeHeaders(request.headers);
  return new globalThis.Request(new URL(request.originalUrl, publicUrl), { method, headers, ...(body && { body }) });
}

/** The library answers in its own words; people get the same kind of problem document from everywhere. */
function refusalOf(answer: globalThis.Response): ProblemError {
  const wait = Number(answer.headers.get("x-retry-after") ?? answer.headers.get("retry-after") ?? 60);
  if (answer.status === 429) return new ProblemError("too-many-attempts", { seconds: wait });
  if (answer.status === 401) return new ProblemError("invalid-credentials", {});
  if (answer.status === 404) return new ProblemError("not-found", { what: "auth" });
  if (answer.status === 403) return new ProblemError("foreign-origin", { origin: "" });
  return new ProblemError("invalid-input", { fields: ["email", "password"] });
}

async function send(answer: globalThis.Response, response: Response): Promise<void> {
  for (const [name, value] of answer.headers) if (name !== "set-cookie") response.setHeader(name, value);
  response.setHeader("set-cookie", answer.headers.getSetCookie());
  response.status(answer.status).send(Buffer.from(await answer.arrayBuffer()));
}

/** Before express.json: the library reads the raw body itself. */
export function authRoutes(auth: Auth, options: { publicUrl: string; origins: string[] }): Router {
  const router = Router();
  router.all(
    "/api/auth/{*rest}",
    requireOwnOrigin(options.origins),
    raw({ type: () => true, limit: AUTH_BODY_LIMIT }),
    async (request, response) => {
      const answer = await auth.handler(webRequest(request, options.publicUrl));
      if (answer.status >= 500) throw new Error(`sign-in library answered ${answer.status}`);
      if (answer.status >= 400) throw refusalOf(answer);
      response.setHeader("cache-control", "no-store");
      await send(answer, response);
    },
  );
  return router;
}
