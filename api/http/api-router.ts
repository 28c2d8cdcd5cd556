import { Router, type RequestHandler } from "express";
import type { Endpoint } from "../../domain/contracts/endpoint.ts";
import { endpoints, type EndpointName } from "../../domain/contracts/index.ts";
import { callerOf } from "./request-state.ts";
import type { Handler, Handlers } from "./handler.ts";
import { jsonBody } from "./json-body.ts";
import { requireOwnOrigin } from "./origin.ts";
import { ProblemError } from "./problem.ts";
import { expressPath, serve } from "./serve.ts";

/** Before the body is read: a stranger's five megabytes are not worth parsing. */
const signedIn: RequestHandler = (request, _response, next) => {
  if (!callerOf(request)) throw new ProblemError("sign-in-needed", {});
  next();
};

export function apiRouter(handlers: Handlers, options: { origins: string[]; checkResponses: boolean }): Router {
  const router = Router();
  router.use(requireOwnOrigin(options.origins));
  for (const [name, endpoint] of Object.entries(endpoints) as [EndpointName, Endpoint][]) {
    const method = endpoint.method.toLowerCase() as "get" | "post" | "put";
    const guards = [...(endpoint.public ? [] : [signedIn]), ...(endpoint.body ? [jsonBody] : [])];
    const handler = handlers[name] as unknown as Handler<Endpoint>;
    router[method](expressPath(endpoint.path), ...guards, serve(endpoint, handler, options));
  }
  return router;
}
