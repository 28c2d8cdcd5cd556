import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { DataTable } from "../elements/DataTable.tsx";
import { Pager, useCursors } from "../elements/Pager.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { Answered, Empty } from "../elements/States.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import { useText } from "../i18n/use-text.ts";
import { useProvider } from "../providers/use-provider.ts";
import { moneyColumns } from "./money-table.ts";
import { heard } from "./MoneyTotals.tsx";
import type { MoneyFilter } from "./use-money-filter.ts";

/** Bảng C: what was asked, appraised, decided, given and spent, one request a row. */
export function MoneyRequests({ filter, filtered }: { filter: MoneyFilter; filtered: boolean }) {
  const text = useText();
  const provider = useProvider();
  const cursors = useCursors();
  const requests = useQuery({
    queryKey: ["money-requests", filter, cursors.cursor ?? ""],
    queryFn: () => provider.listMoneyRequests({ ...filter, cursor: cursors.cursor, limit: "50" }),
    placeholderData: keepPreviousData,
  });
  return (
    <Sheet flush title={text("ledger.requests")}>
      <Answered query={requests}>
        {({ items, next }) =>
          items.length > 0 ? (
            <>
              <DataTable
                caption={text("ledger.tableOf", { title: text("ledger.requests") })}
                rows={items}
                idOf={({ requestId }) => requestId}
                columns={[
                  {
                    key: "title",
                    label: text("ledger.request"),
                    head: true,
                    cell: ({ requestId, title }) => (
                      <TextLink to={`/money?tab=lines&requestId=${requestId}`}>{title}</TextLink>
                    ),
                  },
                  { key: "unit", label: text("ledger.unit"), cell: ({ unitName }) => unitName },
                  ...moneyColumns.map(({ key, label, show }) => ({
                    key,
                    label: text(label),
                    numeric: true,
                    cell: ({ totals }: (typeof items)[number]) => show(heard(totals)),
                  })),
                ]}
              />
              <Pager cursors={cursors} next={next} />
            </>
          ) : (
            <Empty title={text(filtered ? "ledger.noMatch" : "money.none")}>
              {text(filtered ? "ledger.noMatchHint" : "money.noneHint")}
            </Empty>
          )
        }
      </Answered>
    </Sheet>
  );
}
