import { useState } from "react";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { isOutcomeUnknown } from "../providers/api-problem.ts";
import { newCommandId } from "../providers/command-id.ts";
import { useProvider } from "../providers/use-provider.ts";
import { sentOrder, type Chosen, type Order } from "./use-migration-order.ts";

interface Starting {
  pipelineId: string;
  to: number;
  order: Order;
  chosen: Chosen;
}

/** Reads every page of the preview again: what is started for all is what the server would show for all just now. */
function usePreviewOfAll({ pipelineId, to, order }: Omit<Starting, "chosen">) {
  const provider = useProvider();
  const [read, setRead] = useState(0);
  const readAll = async (): Promise<Chosen> => {
    const all = new Map<string, string>();
    let cursor: string | null | undefined;
    do {
      const page = await provider.previewMigration(pipelineId, to, { ...sentOrder(order), ...(cursor && { cursor }) });
      for (const { caseId, token, obstacles } of page.items) if (obstacles.length === 0) all.set(caseId, token);
      setRead((before) => before + page.items.length);
      cursor = page.next;
    } while (cursor);
    return all;
  };
  return { read, readAll, reset: () => setRead(0) };
}

/** Starts a migration of the chosen cases, or of all that can be migrated. */
export function useStartMigration({ chosen, ...starting }: Starting) {
  const { pipelineId, to, order } = starting;
  const provider = useProvider();
  const navigate = useNavigate();
  const preview = usePreviewOfAll(starting);
  // An answer that never came keeps its id and its cases: sending again is then the same migration.
  const [sent, setSent] = useState<{ id: string; cases: { caseId: string; token: string }[] } | null>(null);
  const start = useMutation({
    mutationFn: async ({ which, reason }: { which: "all" | "chosen"; reason: string }) => {
      preview.reset();
      const cases =
        sent?.cases ??
        [...(which === "all" ? await preview.readAll() : chosen)].map(([caseId, token]) => ({ caseId, token }));
      const request = sent ?? { id: newCommandId(), cases };
      setSent(request);
      await provider.startMigration(pipelineId, to, { ...request, ...sentOrder(order), reason });
      return request.id;
    },
    onSuccess: (id) => navigate(`/pipelines/${pipelineId}/migrations/${id}`),
    onError: (error) => !isOutcomeUnknown(error) && setSent(null),
  });
  return { start, read: preview.read };
}
