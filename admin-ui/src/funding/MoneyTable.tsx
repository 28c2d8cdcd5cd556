import type { StageTotals } from "../../../domain/funding/ledger-views.ts";
import { DataTable } from "../elements/DataTable.tsx";
import { useText } from "../i18n/use-text.ts";
import { moneyColumns, type NamedTotals } from "./money-table.ts";

interface MoneyTableProps {
  caption: string;
  head: string;
  groups: readonly NamedTotals[];
  totals: StageTotals;
}

/** The table twin of every picture of money. */
export function MoneyTable({ caption, head, groups, totals }: MoneyTableProps) {
  const text = useText();
  const rows: readonly NamedTotals[] = [...groups, { code: "", name: text("money.total"), totals }];
  return (
    <DataTable
      caption={caption}
      rows={rows}
      idOf={({ code }) => code}
      columns={[
        { key: "name", label: head, head: true, cell: ({ name }) => name },
        ...moneyColumns.map(({ key, label, show }) => ({
          key,
          label: text(label),
          numeric: true,
          cell: ({ totals: own }: NamedTotals) => show(own),
        })),
      ]}
    />
  );
}
