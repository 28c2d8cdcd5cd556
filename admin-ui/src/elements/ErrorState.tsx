import Alert from "@mui/material/Alert";
import AlertTitle from "@mui/material/AlertTitle";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useText, type Text } from "../i18n/use-text.ts";
import { ApiProblem, NetworkLost } from "../providers/api-problem.ts";

interface Telling {
  title: string;
  detail: string;
  remedy?: string | undefined;
  incident?: string | undefined;
}

/** What failed, what is safe, what to do next: in the reader's language, for any error. */
export function tellError(error: unknown, t: Text): Telling {
  if (error instanceof NetworkLost) return { title: t("error.title"), detail: t("error.network") };
  if (error instanceof ApiProblem) {
    const { title, detail, remedy, incident } = error.problem;
    return { title, detail: detail ?? t("error.server"), remedy, incident };
  }
  return { title: t("error.title"), detail: t("error.server") };
}

export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useText();
  const { title, detail, remedy, incident } = tellError(error, t);
  return (
    <Alert
      severity="error"
      variant="outlined"
      sx={{ m: 2 }}
      action={onRetry && <Button onClick={onRetry}>{t("app.retry")}</Button>}
    >
      <AlertTitle>{title}</AlertTitle>
      <Box>{detail}</Box>
      {remedy !== undefined && <Box sx={{ mt: 0.5 }}>{remedy}</Box>}
      {incident !== undefined && (
        <Typography variant="caption" component="p" sx={{ mt: 1 }}>
          {t("error.incident")}: <code>{incident}</code>
        </Typography>
      )}
    </Alert>
  );
}
