import { Empty } from "../elements/States.tsx";
import { Page } from "../elements/Page.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import { useText } from "../i18n/use-text.ts";

export function NotFoundPage() {
  const text = useText();
  return (
    <Page title={text("error.notFound")}>
      <Empty title={text("error.notFoundText")} action={<TextLink to="/">{text("error.home")}</TextLink>} />
    </Page>
  );
}
