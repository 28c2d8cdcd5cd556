import { useState } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { CalendarEditBody } from "../../../domain/contracts/calendar.ts";
import { isOutcomeUnknown } from "../providers/api-problem.ts";
import { newCommandId } from "../providers/command-id.ts";
import { useProvider } from "../providers/use-provider.ts";

interface Order {
  base: number;
  edit: CalendarEditBody;
  reason: string;
}

export function useSaveCalendar() {
  const provider = useProvider();
  const client = useQueryClient();
  // An answer that never came keeps its id: sending again is then the same change.
  const [id, setId] = useState(newCommandId);
  const save = useMutation({
    mutationFn: (order: Order) => provider.changeCalendar({ id, ...order }),
    onSuccess: () => client.invalidateQueries(),
    onError: (error) => !isOutcomeUnknown(error) && setId(newCommandId()),
  });
  /** Somebody else was faster: the edit is held against their calendar, and previewed again. */
  const rebase = async (): Promise<number> => {
    const latest = await provider.getCalendar();
    save.reset();
    await client.invalidateQueries({ queryKey: ["calendar"] });
    return latest.serial;
  };
  const unknown = save.error !== null && isOutcomeUnknown(save.error);
  return { save, send: save.mutate, unknown, rebase };
}

export type CalendarSave = ReturnType<typeof useSaveCalendar>["save"];
