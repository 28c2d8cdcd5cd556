import { useQuery } from "@tanstack/react-query";
import { LEDGER_TEXTS } from "../../../domain/funding/ledger-texts.ts";
import type { MoneyEventType } from "../../../domain/funding/money-event.ts";
import { formatDong } from "../../../domain/money/dong.ts";
import { DataTable } from "../elements/DataTable.tsx";
import { Pager, useCursors } from "../elements/Pager.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { Answered, Empty } from "../elements/States.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import { useLanguage, useText } from "../i18n/use-text.ts";
import { useProvider } from "../providers/use-provider.ts";
import { dateTime } from "../time/dates.ts";

const textIn = (data: Readonly<Record<string, unknown>>, ...names: string[]): string =>
  names.flatMap((name) => (typeof data[name] === "string" && data[name] !== "" ? [data[name]] : [])).join(", ");

/** Everything that happened to the money of the line, newest first. */
export function LineStory({ lineId }: { lineId: string }) {
  const text = useText();
  const [language] = useLanguage();
  const provider = useProvider();
  const cursors = useCursors();
  const events = useQuery({
    queryKey: ["money-events", lineId, cursors.cursor ?? ""],
    queryFn: () => provider.listMoneyEvents(lineId, cursors.cursor),
  });
  const notBooked = (left: string | null) =>
    left !== null && text("ledger.notBooked", { reason: LEDGER_TEXTS[left as keyof typeof LEDGER_TEXTS][language] });
  return (
    <Sheet flush title={text("ledger.story")}>
      <Answered query={events}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Empty title={text("ledger.storyEmpty")} />
          ) : (
            <>
              <DataTable
                caption={text("ledger.tableOf", { title: text("ledger.story") })}
                rows={items}
                idOf={({ id }) => id}
                columns={[
                  {
                    key: "type",
                    label: text("ledger.state"),
                    head: true,
                    cell: ({ type, caseId }) => {
                      const name = text(`ledger.events.${type as MoneyEventType}`);
                      return caseId === null ? name : <TextLink to={`/cases/${caseId}`}>{name}</TextLink>;
                    },
                  },
                  {
                    key: "amount",
                    label: text("ledger.amount"),
                    numeric: true,
                    cell: ({ amount }) => (amount === null ? "" : formatDong(amount)),
                  },
                  {
                    key: "about",
                    label: text("papers.content"),
                    cell: ({ data, left }) => (
                      <>
                        {textIn(data, "period", "document", "reason", "evidence")} {notBooked(left)}
                      </>
                    ),
                  },
                  { key: "by", label: text("ledger.by"), cell: ({ by }) => by },
                  { key: "at", label: text("ledger.at"), whole: true, cell: ({ at }) => dateTime(at) },
                ]}
              />
              <Pager cursors={cursors} next={next} />
            </>
          )
        }
      </Answered>
    </Sheet>
  );
}
