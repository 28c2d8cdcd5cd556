import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import type { CaseView } from "../../../domain/contracts/cases.ts";
import { useProvider } from "../providers/use-provider.ts";

export function useCase(caseId: string): UseQueryResult<CaseView> {
  const provider = useProvider();
  return useQuery({ queryKey: ["case", caseId], queryFn: () => provider.getCase(caseId), refetchInterval: 30_000 });
}
