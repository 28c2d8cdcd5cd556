import { QueryClient } from "@tanstack/react-query";
import { ApiProblem } from "./api-problem.ts";

/** A refusal is an answer: only what never arrived is asked again. */
const worthAsking = (failures: number, error: Error): boolean =>
  failures < 2 && !(error instanceof ApiProblem && error.status < 500);

export const queryClient = new QueryClient({
  defaultOptions: { queries: { retry: worthAsking, staleTime: 10_000 }, mutations: { retry: false } },
});
