import express, { type Express, type RequestHandler } from "express";
import { identify } from "./auth/identify.ts";
import { authRoutes } from "./auth/mount.ts";
import type { Deps } from "./deps.ts";
import { createHandlers } from "./handlers.ts";
import { errorHandler } from "./http/error-handler.ts";
import { apiRouter } from "./http/api-router.ts";
import { ProblemError } from "./http/problem.ts";
import { requestId, requestLog } from "./http/request-log.ts";
import { securityHeaders } from "./http/security.ts";
import { staticUi } from "./http/static-ui.ts";
import { probes } from "./health/probes.ts";
import { openApiDocument } from "./openapi.ts";

/** Overwrites what the client sent: the sign-in library believes this header (stack.md, authentication trap). */
const clientAddress: RequestHandler = (request, _response, next) => {
  request.headers["x-app-client-ip"] = request.ip ?? "unknown";
  next();
};

const unknownRoute: RequestHandler = (request) => {
  throw new ProblemError("unknown-route", { method: request.method, path: request.path.slice(0, 200) });
};

export function createApp(deps: Deps): Express {
  const app = express();
  app.disable("x-powered-by").disable("etag").set("trust proxy", deps.trustProxy).set("query parser", "simple");
  app.use(requestId, requestLog(deps.log), securityHeaders(deps.publicUrl), clientAddress);
  app.use(probes(deps));
  app.use(authRoutes(deps.auth, deps));
  const openApi = openApiDocument(deps.publicUrl);
  app.get("/openapi.json", (_request, response) => void response.json(openApi));
  app.use("/api/v1", identify(deps), apiRouter(createHandlers(deps), deps));
  app.use("/api", unknownRoute);
  if (deps.uiDir !== null) app.use(staticUi(deps.uiDir));
  app.use(unknownRoute);
  app.use(errorHandler(deps.log));
  return app;
}
