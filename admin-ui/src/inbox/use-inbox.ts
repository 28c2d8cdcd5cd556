import { useQuery } from "@tanstack/react-query";
import { useProvider } from "../providers/use-provider.ts";

const REFRESH_MS = 20_000;

export function useInbox(cursor?: string, enabled = true) {
  const provider = useProvider();
  return useQuery({
    queryKey: ["inbox", cursor ?? ""],
    queryFn: () => provider.inbox(cursor),
    refetchInterval: REFRESH_MS,
    enabled,
  });
}
