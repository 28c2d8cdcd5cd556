import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { Page } from "../elements/Page.tsx";
import { Answered } from "../elements/States.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import { useText } from "../i18n/use-text.ts";
import { useProvider } from "../providers/use-provider.ts";
import { LineActs } from "./LineActs.tsx";
import { LineFacts } from "./LineFacts.tsx";
import { LinePapers } from "./LinePapers.tsx";
import { LineStory } from "./LineStory.tsx";

/** One line: what it has, what it owes, what may be said about it, and all that was said. */
export default function LinePage() {
  const text = useText();
  const provider = useProvider();
  const { lineId = "" } = useParams();
  const line = useQuery({ queryKey: ["money-line", lineId], queryFn: () => provider.getMoneyLine(lineId) });
  return (
    <Page
      title={line.data?.title ?? text("ledger.line")}
      above={<TextLink to="/money?tab=lines">{text("ledger.backToMoney")}</TextLink>}
      aside={line.data && <LineActs line={line.data} />}
    >
      <Answered query={line}>
        {(found) => (
          <>
            <LineFacts line={found} />
            <LinePapers lineId={found.id} />
            <LineStory lineId={found.id} />
          </>
        )}
      </Answered>
    </Page>
  );
}
