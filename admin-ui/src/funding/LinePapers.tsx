import { useQuery } from "@tanstack/react-query";
import { Pager, useCursors } from "../elements/Pager.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { Answered } from "../elements/States.tsx";
import { useText } from "../i18n/use-text.ts";
import { useProvider } from "../providers/use-provider.ts";
import { PapersTable } from "./PapersTable.tsx";

export function LinePapers({ lineId }: { lineId: string }) {
  const text = useText();
  const provider = useProvider();
  const cursors = useCursors();
  const papers = useQuery({
    queryKey: ["papers", lineId, cursors.cursor ?? ""],
    queryFn: () => provider.listPapers({ of: "lines", subjectId: lineId, cursor: cursors.cursor, limit: "25" }),
  });
  return (
    <Sheet flush title={text("ledger.papers")}>
      <Answered query={papers}>
        {({ items, next }) =>
          items.length === 0 ? (
            <p style={{ padding: "0 20px 12px" }}>{text("ledger.papersEmpty")}</p>
          ) : (
            <>
              <PapersTable caption={text("ledger.tableOf", { title: text("ledger.papers") })} papers={items} />
              <Pager cursors={cursors} next={next} />
            </>
          )
        }
      </Answered>
    </Sheet>
  );
}
