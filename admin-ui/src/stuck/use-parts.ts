import { useQuery } from "@tanstack/react-query";
import { useProvider } from "../providers/use-provider.ts";
import { fetchReadiness } from "../providers/readiness.ts";
import { partsNow, type PartNow } from "./parts-now.ts";

interface Parts {
  /** null: nothing is known yet. */
  parts: readonly PartNow[] | null;
  error: Error | null;
  retry: () => void;
}

/** Every part with what was seen of it last; where the look itself fails, what still can be asked without signing in. */
export function useParts(): Parts {
  const provider = useProvider();
  const look = useQuery({ queryKey: ["parts"], queryFn: () => provider.listParts(), refetchInterval: 15_000 });
  const failing = look.error !== null;
  const ready = useQuery({
    queryKey: ["readiness"],
    queryFn: fetchReadiness,
    enabled: failing,
    refetchInterval: 15_000,
    retry: false,
  });
  const known = look.data?.parts ?? [];
  const seen = ready.isSuccess ? ready.data : [];
  return {
    parts: failing ? partsNow(known, seen) : (look.data?.parts ?? null),
    error: look.error,
    retry: () => void look.refetch(),
  };
}
