import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useProvider } from "../providers/use-provider.ts";

export function useMarkRead() {
  const provider = useProvider();
  const client = useQueryClient();
  const refresh = (key: string) => client.invalidateQueries({ queryKey: [key] });
  return useMutation({
    mutationFn: (ids: string[]) => provider.readNotices(ids),
    onSuccess: () => Promise.all([refresh("notices"), refresh("me")]),
  });
}
