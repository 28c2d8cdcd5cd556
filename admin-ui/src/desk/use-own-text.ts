import { useEffect, useState } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { DraftView } from "../../../domain/contracts/cases.ts";
import type { ListEditorial } from "../../../domain/funding/list.ts";
import type { Editorial } from "../../../domain/report/consolidated-schema.ts";
import { useProvider } from "../providers/use-provider.ts";

const PAUSE_MS = 3_000;
const RETRY_MS = 10_000;

/** The department's own part of a report or of a funding list. */
export type OwnWords = Editorial & Pick<ListEditorial, "order" | "remarks">;

const editorialOf = (draft: DraftView): OwnWords => draft.body["editorial"] ?? {};

/** One save at a time: a second one sent before the first has answered would collide with our own version. */
export function useOwnText(caseId: string, draft: DraftView) {
  const provider = useProvider();
  const client = useQueryClient();
  const [editorial, setEditorial] = useState(() => editorialOf(draft));
  const [saved, setSaved] = useState(editorial);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (sent: OwnWords) => provider.saveDraft(caseId, draft.version, { ...draft.body, editorial: sent }),
    onSuccess: (answer, sent) => {
      setSaved(sent);
      client.setQueryData(["draft", caseId], answer);
    },
  });
  const dirty = editorial !== saved;
  useEffect(() => {
    if (!dirty || isPending) return undefined;
    const timer = setTimeout(() => mutate(editorial), error ? RETRY_MS : PAUSE_MS);
    return () => clearTimeout(timer);
  }, [dirty, isPending, editorial, error, mutate]);
  return { editorial, change: setEditorial, dirty, saving: isPending, error };
}
