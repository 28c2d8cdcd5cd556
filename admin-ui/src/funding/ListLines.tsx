import type { CaseView } from "../../../domain/contracts/cases.ts";
import type { LineStatus } from "../../../domain/engine/case.ts";
import { formatDong } from "../../../domain/money/dong.ts";
import { DataTable } from "../elements/DataTable.tsx";
import { useLanguage, useText } from "../i18n/use-text.ts";
import { groupName } from "./names.ts";

type ListLine = CaseView["lines"][number];

/** The lines of a list with what has been decided on each. */
export function ListLines({ lines }: { lines: readonly ListLine[] }) {
  const text = useText();
  const [language] = useLanguage();
  return (
    <DataTable
      caption={text("lines.table")}
      rows={lines}
      idOf={({ id }) => id}
      columns={[
        { key: "id", label: text("lines.line"), head: true, cell: ({ id }) => id },
        { key: "source", label: text("lines.source"), cell: ({ source }) => groupName("source", source, language) },
        { key: "year", label: text("lines.year"), cell: ({ year }) => String(year) },
        {
          key: "requested",
          label: text("money.stage.requested"),
          numeric: true,
          cell: ({ requested }) => formatDong(String(requested)),
        },
        {
          key: "status",
          label: text("lines.status"),
          cell: ({ status }) => text(`lines.statuses.${status as LineStatus}`),
        },
        {
          key: "amount",
          label: text("lines.decided"),
          numeric: true,
          cell: ({ amount }) => formatDong(String(amount)),
        },
      ]}
    />
  );
}
