import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import type { ContentView } from "../../../domain/contracts/cases.ts";
import { useProvider } from "../providers/use-provider.ts";

/** A frozen version never changes: read once. */
export function useContent(caseId: string, number: number): UseQueryResult<ContentView> {
  const provider = useProvider();
  return useQuery({
    queryKey: ["content", caseId, number],
    queryFn: () => provider.getContent(caseId, number),
    staleTime: Infinity,
  });
}
