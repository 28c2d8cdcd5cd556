import { useQuery } from "@tanstack/react-query";
import { useProvider } from "../providers/use-provider.ts";

/** How many open cases wait at each step just now. */
export function useCounts(pipelineId: string, version: number) {
  const provider = useProvider();
  return useQuery({
    queryKey: ["pipeline", pipelineId, "counts", version],
    queryFn: () => provider.countAtSteps(pipelineId, version),
    refetchInterval: 30_000,
  });
}
