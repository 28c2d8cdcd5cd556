import { useQuery } from "@tanstack/react-query";
import type { MigrationView } from "../../../domain/contracts/pipelines.ts";
import { useProvider } from "../providers/use-provider.ts";

export const POLL_MS = 2_000;

export const isOver = ({ status, counts }: MigrationView): boolean =>
  status === "declined" || (status === "finished" && counts.open === 0);

/** Asked again until every case has its result. */
export function useMigration(migrationId: string) {
  const provider = useProvider();
  return useQuery({
    queryKey: ["migration", migrationId],
    queryFn: () => provider.getMigration(migrationId),
    refetchInterval: ({ state: { data } }) => (data && isOver(data) ? false : POLL_MS),
  });
}
