import { useQuery } from "@tanstack/react-query";
import { Pager, useCursors } from "../elements/Pager.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { Answered } from "../elements/States.tsx";
import { useText } from "../i18n/use-text.ts";
import { useProvider } from "../providers/use-provider.ts";
import { PapersTable } from "./PapersTable.tsx";

/** Changes of ceilings and, while they wait, papers of lines, too: what a second person has to look at. */
export function CeilingPapers({ waiting = false }: { waiting?: boolean }) {
  const text = useText();
  const provider = useProvider();
  const cursors = useCursors();
  const papers = useQuery({
    queryKey: ["papers", waiting ? "waiting" : "ceilings", cursors.cursor ?? ""],
    queryFn: () =>
      provider.listPapers({
        cursor: cursors.cursor,
        limit: "25",
        ...(waiting ? { status: "proposed" as const } : { of: "ceilings" as const }),
      }),
  });
  const title = text(waiting ? "papers.waiting" : "ceilings.history");
  return (
    <Sheet flush title={title}>
      <Answered query={papers}>
        {({ items, next }) =>
          items.length === 0 ? (
            <p style={{ padding: "0 20px 12px" }}>{text(waiting ? "papers.none" : "ceilings.none")}</p>
          ) : (
            <>
              <PapersTable named caption={text("ledger.tableOf", { title })} papers={items} />
              <Pager cursors={cursors} next={next} />
            </>
          )
        }
      </Answered>
    </Sheet>
  );
}
