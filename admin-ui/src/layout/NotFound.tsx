import Button from "@mui/material/Button";
import { Link } from "react-router";
import { EmptyState } from "../elements/EmptyState.tsx";
import { PageHead } from "../elements/PageHead.tsx";
import { useText } from "../i18n/use-text.ts";

export function NotFound() {
  const t = useText();
  return (
    <>
      <PageHead title={t("error.notFound")} />
      <EmptyState
        kind="no-match"
        title={t("error.notFound")}
        text={t("error.notFoundText")}
        action={
          <Button component={Link} to="/" variant="contained">
            {t("error.home")}
          </Button>
        }
      />
    </>
  );
}
