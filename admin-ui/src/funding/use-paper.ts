import { useState } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { isOutcomeUnknown } from "../providers/api-problem.ts";
import { newCommandId } from "../providers/command-id.ts";

/**
 * Sends what is said about money under an id of its own. An answer that never came keeps the id, so that sending again
 * says the same thing; whatever was refused is another saying.
 */
export function usePaper<Body>(send: (id: string, body: Body) => Promise<unknown>) {
  const client = useQueryClient();
  const [id, setId] = useState(newCommandId);
  const sending = useMutation({
    mutationFn: (body: Body) => send(id, body),
    onSuccess: () => {
      setId(newCommandId());
      return client.invalidateQueries();
    },
    onError: (error) => !isOutcomeUnknown(error) && setId(newCommandId()),
  });
  return { ...sending, lost: sending.error !== null && isOutcomeUnknown(sending.error) };
}
