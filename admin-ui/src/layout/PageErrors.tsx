import Button from "@mui/material/Button";
import { Component, type ReactNode } from "react";
import { EmptyState } from "../elements/EmptyState.tsx";
import { PageHead } from "../elements/PageHead.tsx";
import { useText } from "../i18n/use-text.ts";

function Crashed() {
  const t = useText();
  return (
    <>
      <PageHead title={t("error.crashed")} />
      <EmptyState
        kind="no-match"
        title={t("error.crashed")}
        text={t("error.crashedText")}
        action={
          <Button variant="contained" onClick={() => window.location.reload()}>
            {t("error.reload")}
          </Button>
        }
      />
    </>
  );
}

/** A defect on one page leaves the menu, and the way out, standing. */
export class PageErrors extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false };
  static getDerivedStateFromError(): { crashed: boolean } {
    return { crashed: true };
  }
  override render(): ReactNode {
    return this.state.crashed ? <Crashed /> : this.props.children;
  }
}
