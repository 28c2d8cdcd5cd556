import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { PipelineVersionDetail } from "../../../domain/contracts/pipelines.ts";
import type { Pipeline } from "../../../domain/engine/pipeline.ts";
import { useMe } from "../layout/use-me.ts";
import { useProvider } from "../providers/use-provider.ts";

/** A published table was read by its schema before it was stored. */
export const tableOf = (detail: PipelineVersionDetail): Pipeline => detail.table as unknown as Pipeline;

export function useVersions(pipelineId: string, cursor?: string) {
  const provider = useProvider();
  return useQuery({
    queryKey: ["pipeline", pipelineId, "versions", cursor ?? ""],
    queryFn: () => provider.listPipelineVersions(pipelineId, cursor),
    placeholderData: keepPreviousData,
    enabled: pipelineId !== "",
  });
}

export const versionQuery = (provider: ReturnType<typeof useProvider>, pipelineId: string, version: number) => ({
  queryKey: ["pipeline", pipelineId, "version", version],
  queryFn: () => provider.getPipelineVersion(pipelineId, version),
  enabled: version > 0,
});

export const useVersion = (pipelineId: string, version: number) =>
  useQuery(versionQuery(useProvider(), pipelineId, version));

/** Only administrators change anything here; auditors read. */
export const useMayAdminister = (): boolean => useMe().data?.grants.includes("administer") ?? false;
