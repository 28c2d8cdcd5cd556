import type { Request, RequestHandler } from "express";
import type { Logger } from "pino";
import { pinoHttp } from "pino-http";
import { stateOf } from "./request-state.ts";

/** One line per request: method, path without query, status, time. No header, no body, no name, no e-mail. */
export const requestLog = (log: Logger): RequestHandler =>
  pinoHttp<Request>({
    logger: log,
    genReqId: (request) => stateOf(request).id,
    customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? "error" : "info"),
    customSuccessMessage: () => "request",
    customErrorMessage: () => "request failed",
    wrapSerializers: false,
    serializers: {
      req: (request: Request) => ({ id: request.id, method: request.method, path: request.originalUrl.split("?")[0] }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
  }) as RequestHandler;

export const requestId: RequestHandler = (request, response, next) => {
  response.set("x-request-id", stateOf(request).id);
  next();
};
