import { endpoints } from "../../../domain/contracts/index.ts";
import type { Me } from "../../../domain/contracts/directory.ts";
import { call } from "./api-client.ts";
import { queryClient } from "./query-client.ts";

export const meKey = ["me"] as const;
const FRESH_MS = 15_000;

export const fetchMe = (): Promise<Me> => call(endpoints.getMe, {});

/** Whom this page was drawn for; asks nobody, and is known without a network. */
export const knownPersonId = (): string => queryClient.getQueryData<Me>(meKey)?.personId ?? "";

/** Shared by the guard of every route and by the first screen, so that a page change costs no extra request. */
export const currentPerson = (): Promise<Me> =>
  queryClient.fetchQuery({ queryKey: meKey, queryFn: fetchMe, staleTime: FRESH_MS });
