import type { ZodType, input as In, output as Out } from "zod";
import type { Endpoint } from "../../../domain/contracts/endpoint.ts";
import type { Problem } from "../../../domain/contracts/common.ts";
import { ApiProblem, NetworkLost, unreadableProblem } from "./api-problem.ts";
import { currentLanguage } from "../i18n/language.ts";

type InputOf<E extends Endpoint, Key extends "params" | "query" | "body"> = E[Key] extends ZodType
  ? { [K in Key]: In<E[Key]> }
  : { [K in Key]?: never };

export type CallOptions<E extends Endpoint> = InputOf<E, "params"> &
  (E["query"] extends ZodType ? { query?: In<E["query"]> } : { query?: never }) &
  InputOf<E, "body"> & { signal?: AbortSignal | undefined };

export type Answer<E extends Endpoint> = Out<E["response"]>;

export function urlOf(path: string, params: unknown, query: unknown): string {
  const values = (params ?? {}) as Record<string, string>;
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ""));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== "") search.set(name, String(value));
  }
  const text = search.toString();
  return `/api/v1${filled}${text ? `?${text}` : ""}`;
}

async function problemOf(response: Response): Promise<Problem> {
  const type = response.headers.get("content-type") ?? "";
  if (!type.includes("json")) return unreadableProblem(response.status, response.statusText);
  const body = (await response.json()) as Partial<Problem> & { message?: string };
  if (body.code === undefined || body.title === undefined) {
    return { ...unreadableProblem(response.status, body.message ?? response.statusText), ...body };
  }
  return body as Problem;
}

export async function request(url: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { credentials: "same-origin", ...init });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new NetworkLost(error);
  }
  if (!response.ok) throw new ApiProblem(await problemOf(response));
  return response;
}

/** One typed door to the API: method, path and types come from the shared contract. */
export async function call<E extends Endpoint>(endpoint: E, options: CallOptions<E>): Promise<Answer<E>> {
  const headers: Record<string, string> = { accept: "application/json", "accept-language": currentLanguage() };
  const init: RequestInit = { method: endpoint.method, headers, signal: options.signal ?? null };
  if (options.body !== undefined) {
    headers["content-type"] = "application/json";
    init.body = JSON.stringify(options.body);
  }
  const response = await request(urlOf(endpoint.path, options.params, options.query), init);
  return (await response.json()) as Answer<E>;
}
