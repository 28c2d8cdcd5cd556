import type { Request, RequestHandler, Response } from "express";
import type { Endpoint } from "../../domain/contracts/endpoint.ts";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CsvFile, Reply, type Call, type Handler } from "./handler.ts";
import { invalidInput } from "./issues.ts";
import type { Language } from "./language.ts";
import { callerOf, languageOf } from "./request-state.ts";
import { requireStorable } from "./printable.ts";
import { ProblemError } from "./problem.ts";

export const expressPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ":$1");

function parse(endpoint: Endpoint, where: "query" | "body", value: unknown, language: Language): unknown {
  const schema = endpoint[where];
  if (!schema) return undefined;
  requireStorable(endpoint, value, where, language);
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw invalidInput(parsed.error, where, language);
}

/** A path that cannot name a record is a record that does not exist: 404, not 400. */
function parseParams(endpoint: Endpoint, request: Request): unknown {
  const parsed = endpoint.params?.safeParse(request.params);
  if (parsed && !parsed.success) throw new ProblemError("not-found", { what: endpoint.tag });
  return parsed?.data;
}

function checked(endpoint: Endpoint, status: number, body: unknown): unknown {
  const schema = status === 202 ? (endpoint.accepted ?? endpoint.response) : endpoint.response;
  return schema.parse(body);
}

/** The first rows are read before the head is sent, so that what fails at once is told as a problem. */
async function sendFile(response: Response, { name, chunks }: CsvFile): Promise<void> {
  const rows = chunks[Symbol.asyncIterator]();
  const first = await rows.next();
  response.status(200).set({
    "cache-control": "no-store",
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": `attachment; filename="${name}"`,
  });
  const all = async function* () {
    if (first.done !== true) yield first.value;
    for (let next = await rows.next(); next.done !== true; next = await rows.next()) yield next.value;
  };
  await pipeline(Readable.from(all()), response);
}

export function serve<E extends Endpoint>(
  endpoint: E,
  handler: Handler<E>,
  options: { checkResponses: boolean },
): RequestHandler {
  return async (request: Request, response: Response) => {
    const language = languageOf(request);
    const caller = callerOf(request);
    if (!caller && !endpoint.public) throw new ProblemError("sign-in-needed", {});
    const call = {
      params: parseParams(endpoint, request),
      query: parse(endpoint, "query", request.query, language),
      body: parse(endpoint, "body", request.body as unknown, language),
      caller,
      language,
      request,
    } as Call<E>;
    const answer: unknown = await handler(call);
    if (answer instanceof CsvFile) return sendFile(response, answer);
    const reply: Reply<unknown> = answer instanceof Reply ? answer : new Reply(200, answer);
    const body = options.checkResponses ? checked(endpoint, reply.status, reply.body) : reply.body;
    response.status(reply.status).set("cache-control", "no-store").set(reply.headers).json(body);
  };
}
