import type { CampaignView } from "../../../domain/contracts/campaigns.ts";
import { DataTable, type Column } from "../elements/DataTable.tsx";
import { Tag } from "../elements/Tag.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import { useText } from "../i18n/use-text.ts";
import { count } from "../time/numbers.ts";
import { dueDate } from "../time/dates.ts";

function useColumns(): Column<CampaignView>[] {
  const text = useText();
  return [
    {
      key: "name",
      label: text("rounds.name"),
      head: true,
      cell: (row) => (
        <>
          <TextLink to={`/rounds/${row.id}`}>{row.round?.name}</TextLink>
          {row.round?.adHoc !== undefined && <div>{text("rounds.adHoc")}</div>}
        </>
      ),
    },
    {
      key: "state",
      label: text("cases.state"),
      whole: true,
      cell: (row) => (
        <Tag tone={row.status === "open" ? "accent" : "neutral"}>{text(`rounds.status.${row.status}`)}</Tag>
      ),
    },
    {
      key: "window",
      label: text("rounds.window"),
      cell: ({ round }) => round && `${text(`rounds.windows.${round.window}`)}, ${round.budgetYear}`,
    },
    { key: "due", label: text("cycles.effectiveDue"), whole: true, cell: (row) => dueDate(row.effectiveDue) },
    {
      key: "requests",
      label: text("rounds.requests"),
      numeric: true,
      cell: ({ counts }) => count(counts.owing + counts.out),
    },
  ];
}

export function RoundTable({ rounds }: { rounds: readonly CampaignView[] }) {
  const text = useText();
  const columns = useColumns();
  return <DataTable caption={text("rounds.list")} columns={columns} rows={rounds} idOf={({ id }) => id} />;
}
