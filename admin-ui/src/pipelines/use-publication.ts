import { useState } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FindingView } from "../../../domain/contracts/pipelines.ts";
import { useProvider } from "../providers/use-provider.ts";
import { readTable, type Uploaded, type WrittenTable } from "./written-table.ts";

export interface Checked {
  text: string;
  written: WrittenTable;
  /** null: not asked, since it could not even be read. */
  answer: { publishable: boolean; findings: FindingView[] } | null;
}

/** Writing, checking and publishing one table; a check holds for the text it was made on and for no other. */
export function usePublication(first: string) {
  const provider = useProvider();
  const client = useQueryClient();
  const [text, setText] = useState(first);
  const check = useMutation({
    mutationFn: async (checked: string): Promise<Checked> => {
      const written = readTable(checked);
      const answer = written.at === "read" ? await provider.checkPipeline(written.uploaded) : null;
      return { text: checked, written, answer };
    },
  });
  const publish = useMutation({
    mutationFn: (order: { table: Uploaded; basedOn: number; reason: string }) => provider.publishPipeline(order),
    onSuccess: () => client.invalidateQueries({ predicate: ({ queryKey }) => /^pipeline/.test(String(queryKey[0])) }),
  });
  const write = (next: string) => {
    setText(next);
    publish.reset();
  };
  return { text, write, check, publish, stale: check.data !== undefined && check.data.text !== text };
}
