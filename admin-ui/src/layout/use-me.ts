import { useQuery } from "@tanstack/react-query";
import { fetchMe, meKey } from "../providers/current-person.ts";

export const useMe = () => useQuery({ queryKey: meKey, queryFn: fetchMe, refetchInterval: 30_000 });
