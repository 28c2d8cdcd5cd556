import { useQuery } from "@tanstack/react-query";
import { useProvider } from "../providers/use-provider.ts";

export function useParts() {
  const provider = useProvider();
  return useQuery({ queryKey: ["parts"], queryFn: () => provider.listParts(), refetchInterval: 15_000 });
}
