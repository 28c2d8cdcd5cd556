import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { useCase } from "../case/use-case.ts";
import type { DraftInHand } from "../draft/use-draft.ts";
import { useProvider } from "../providers/use-provider.ts";

type OwnDraft = Pick<DraftInHand, "state" | "version" | "problems">;

/** A dossier on its desk: the case, the department's own text as stored and as it is being written, and the freeze. */
export function useDossier(dossierId: string) {
  const provider = useProvider();
  const view = useCase(dossierId);
  const draft = useQuery({
    queryKey: ["draft", dossierId],
    queryFn: () => provider.getDraft(dossierId),
    // What is being written here must not be replaced under the hand that writes it.
    refetchOnWindowFocus: false,
    staleTime: Infinity,
    gcTime: 0,
  });
  const [own, setOwn] = useState<OwnDraft | null>(null);
  return {
    view,
    draft,
    own,
    setOwn,
    freeze: view.data?.actions.find(({ verb }) => verb === "freeze"),
    unsaved: own !== null && own.state.at !== "clean",
    version: own?.version ?? draft.data?.version,
  };
}
