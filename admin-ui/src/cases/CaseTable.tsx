import type { CaseListItem } from "../../../domain/contracts/cases.ts";
import { DataTable, type Column } from "../elements/DataTable.tsx";
import { DueTag } from "../elements/DueTag.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import { usePostName } from "../elements/use-post-name.ts";
import { useLabel, useText } from "../i18n/use-text.ts";

export function CaseTable({ cases }: { cases: readonly CaseListItem[] }) {
  const text = useText();
  const label = useLabel();
  const postName = usePostName();
  const columns: Column<CaseListItem>[] = [
    {
      key: "title",
      label: text("cases.name"),
      head: true,
      cell: ({ id, title }) => <TextLink to={`/cases/${id}`}>{title}</TextLink>,
    },
    { key: "unit", label: text("cases.agency"), cell: ({ unitName }) => unitName },
    { key: "state", label: text("cases.state"), cell: ({ state }) => label(state) },
    { key: "holder", label: text("cases.holder"), cell: ({ holders }) => holders.map(postName).join("; ") || "–" },
    {
      key: "due",
      label: text("cases.due"),
      whole: true,
      cell: (row) => (row.outcome === null ? <DueTag {...row} bare /> : "–"),
    },
  ];
  return <DataTable caption={text("cases.title")} columns={columns} rows={cases} idOf={({ id }) => id} />;
}
