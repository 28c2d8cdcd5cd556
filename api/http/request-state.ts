import type { Request } from "express";
import type { Caller } from "../auth/caller.ts";
import { languageAsked, type Language } from "./language.ts";

/** What the middlewares learn about a request; a WeakMap keeps Express' own type untouched. */
interface RequestState {
  id: string;
  caller: Caller | null;
}

const states = new WeakMap<Request, RequestState>();

export function stateOf(request: Request): RequestState {
  const known = states.get(request);
  if (known) return known;
  const fresh: RequestState = { id: crypto.randomUUID(), caller: null };
  states.set(request, fresh);
  return fresh;
}

/** What the client asks for, else the person's own language, else Vietnamese, the official one. */
export const languageOf = (request: Request): Language =>
  languageAsked(request.headers["accept-language"]) ?? stateOf(request).caller?.language ?? "vi";

export const callerOf = (request: Request): Caller | null => stateOf(request).caller;
