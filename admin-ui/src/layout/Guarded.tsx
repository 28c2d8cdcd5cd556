import Button from "@mui/material/Button";
import { useAuthenticated, useCanAccess } from "react-admin";
import { Link } from "react-router";
import type { ReactNode } from "react";
import { EmptyState } from "../elements/EmptyState.tsx";
import { PageHead } from "../elements/PageHead.tsx";
import { Waiting } from "../elements/Waiting.tsx";
import { useText } from "../i18n/use-text.ts";

/** react-admin leaves custom routes open; every page of ours goes through this. */
export function Guarded({ area, children }: { area: string; children: ReactNode }) {
  const t = useText();
  const signedIn = useAuthenticated();
  const { canAccess, isPending } = useCanAccess({ action: "list", resource: area });
  if (signedIn.isPending || isPending) return <Waiting />;
  if (canAccess) return children;
  return (
    <>
      <PageHead title={t("error.denied")} />
      <EmptyState
        kind="first-use"
        title={t("error.denied")}
        text={t("error.deniedText")}
        action={
          <Button component={Link} to="/" variant="contained">
            {t("error.home")}
          </Button>
        }
      />
    </>
  );
}
