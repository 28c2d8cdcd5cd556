import type { ReactNode } from "react";
import { Alert, AlertTitle, Box, Button, Skeleton, Typography } from "@mui/material";
import type { UseQueryResult } from "@tanstack/react-query";
import { ApiProblem, NetworkLost } from "../providers/api-problem.ts";
import { useText } from "../i18n/use-text.ts";

export function Loading({ lines = 4 }: { lines?: number }) {
  const text = useText();
  return (
    <Box role="status" aria-label={text("app.loading")}>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={44} sx={{ transform: "none", mb: 1 }} />
      ))}
    </Box>
  );
}

export function ProblemNotice({ error, retry }: { error: unknown; retry?: () => void }) {
  const text = useText();
  const problem = error instanceof ApiProblem ? error.problem : null;
  const lost = error instanceof NetworkLost;
  const detail = problem?.detail ?? (lost ? text("error.network") : text("error.server"));
  const again = retry && (
    <Button color="inherit" size="small" onClick={retry}>
      {text("app.retry")}
    </Button>
  );
  return (
    <Alert severity="error" action={again}>
      <AlertTitle>{problem?.title ?? text("error.title")}</AlertTitle>
      {detail} {problem?.remedy}
      {problem?.errors && problem.errors.length > 0 && (
        <ul>
          {problem.errors.slice(0, 12).map(({ path, message }) => (
            <li key={path + message}>{message}</li>
          ))}
        </ul>
      )}
      {problem?.incident && (
        <div>
          {text("error.incident")}: {problem.incident}
        </div>
      )}
    </Alert>
  );
}

export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <Box sx={{ textAlign: "center", py: 5, px: 2 }}>
      <Typography variant="h3" component="p">
        {title}
      </Typography>
      {children && (
        <Typography variant="body2" color="text.secondary" sx={{ mt: 0.5, maxWidth: 460, mx: "auto" }}>
          {children}
        </Typography>
      )}
      {action && <Box sx={{ mt: 2 }}>{action}</Box>}
    </Box>
  );
}

/** Waiting, failing and answering of one question, in one place for every page. */
export function Answered<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) {
    return (
      <>
        {query.error && <ProblemNotice error={query.error} retry={() => void query.refetch()} />}
        {children(query.data)}
      </>
    );
  }
  if (query.error) return <ProblemNotice error={query.error} retry={() => void query.refetch()} />;
  return <Loading />;
}
