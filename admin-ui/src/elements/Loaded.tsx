import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useText } from "../i18n/use-text.ts";
import { clockOfInstant } from "../time/dates.ts";
import { ErrorState, tellError } from "./ErrorState.tsx";
import { Waiting } from "./Waiting.tsx";

interface LoadedProps<T> {
  query: UseQueryResult<T>;
  rows?: number;
  children: (data: T) => ReactNode;
}

/** Loading, failed, or there; a failed refresh keeps the last good data and says from when they are. */
export function Loaded<T>({ query, rows, children }: LoadedProps<T>) {
  const t = useText();
  const retry = () => void query.refetch();
  if (query.data === undefined) {
    return query.isError ? <ErrorState error={query.error} onRetry={retry} /> : <Waiting {...(rows && { rows })} />;
  }
  return (
    <>
      {query.isError && (
        <Alert severity="warning" sx={{ mb: 2 }} action={<Button onClick={retry}>{t("app.retry")}</Button>}>
          {tellError(query.error, t).detail} {t("app.dataAt", { time: clockOfInstant(query.dataUpdatedAt) })}
        </Alert>
      )}
      {children(query.data)}
    </>
  );
}
