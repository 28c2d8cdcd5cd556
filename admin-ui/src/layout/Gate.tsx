import type { ReactNode } from "react";
import { maySee } from "../providers/areas.ts";
import { Page } from "../elements/Page.tsx";
import { Empty, Loading, ProblemNotice } from "../elements/States.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import { useText } from "../i18n/use-text.ts";
import { useMe } from "./use-me.ts";

/** react-admin leaves custom routes open: every one of them is wrapped in this. */
export function Gate({ area, children }: { area: string; children: ReactNode }) {
  const text = useText();
  const me = useMe();
  if (!me.data) {
    if (!me.error) return <Loading />;
    return (
      <Page title={text("error.title")}>
        <ProblemNotice error={me.error} retry={() => void me.refetch()} />
      </Page>
    );
  }
  if (maySee(me.data.grants, area)) return children;
  return (
    <Page title={text("error.denied")}>
      <Empty title={text("error.deniedText")} action={<TextLink to="/">{text("error.home")}</TextLink>} />
    </Page>
  );
}
