import { useCallback } from "react";
import type { DelegationView } from "../../../domain/contracts/delegations.ts";
import { formatDong } from "../../../domain/money/dong.ts";
import { useLabel, useText } from "../i18n/use-text.ts";

/** What a delegation covers, in one line. */
export function useScopeText(): (delegation: Pick<DelegationView, "pipelines" | "ceiling">) => string {
  const text = useText();
  const label = useLabel();
  return useCallback(
    ({ pipelines, ceiling }) => {
      const what = pipelines.map(({ name }) => label(name)).join(", ") || text("delegations.everything");
      return ceiling === null ? what : `${what}, ${text("delegations.ceiling", { amount: formatDong(ceiling) })}`;
    },
    [text, label],
  );
}
