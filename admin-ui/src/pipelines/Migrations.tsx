import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { MigrationView } from "../../../domain/contracts/pipelines.ts";
import { DataTable, type Column } from "../elements/DataTable.tsx";
import { Pager, useCursors } from "../elements/Pager.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { Answered, Empty } from "../elements/States.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import { useText } from "../i18n/use-text.ts";
import { useProvider } from "../providers/use-provider.ts";
import { dateTime } from "../time/dates.ts";
import { count } from "../time/numbers.ts";

function useColumns(): Column<MigrationView>[] {
  const text = useText();
  const counts = ({ done, refused, open }: MigrationView["counts"]) =>
    text("pipelines.counts", { done: count(done), refused: count(refused), open: count(open) });
  return [
    {
      key: "to",
      label: text("pipelines.version"),
      head: true,
      cell: ({ id, pipelineId, toVersion }) => (
        <TextLink to={`/pipelines/${pipelineId}/migrations/${id}`}>
          {text("pipelines.migrationTo", { version: toVersion })}
        </TextLink>
      ),
    },
    { key: "at", label: text("pipelines.at"), whole: true, cell: ({ createdAt }) => dateTime(createdAt) },
    { key: "by", label: text("pipelines.by"), cell: ({ by }) => by },
    { key: "why", label: text("pipelines.reason"), cell: ({ reason }) => reason },
    { key: "progress", label: text("pipelines.progress"), cell: (row) => counts(row.counts) },
  ];
}

export function Migrations({ pipelineId }: { pipelineId: string }) {
  const text = useText();
  const provider = useProvider();
  const cursors = useCursors();
  const columns = useColumns();
  const migrations = useQuery({
    queryKey: ["pipeline", pipelineId, "migrations", cursors.cursor ?? ""],
    queryFn: () => provider.listMigrations(pipelineId, cursors.cursor),
    placeholderData: keepPreviousData,
  });
  return (
    <Sheet flush title={text("pipelines.migrations")}>
      <Answered query={migrations}>
        {({ items, next }) =>
          items.length === 0 && cursors.page === 1 ? (
            <Empty title={text("pipelines.migrationsEmpty")} />
          ) : (
            <>
              <DataTable
                caption={text("app.tableOf", { name: text("pipelines.migrations") })}
                columns={columns}
                rows={items}
                idOf={({ id }) => id}
              />
              <Pager cursors={cursors} next={next} />
            </>
          )
        }
      </Answered>
    </Sheet>
  );
}
