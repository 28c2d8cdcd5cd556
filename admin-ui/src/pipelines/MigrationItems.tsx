import { Box } from "@mui/material";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { MigrationItemView } from "../../../domain/contracts/pipelines.ts";
import { DataTable, type Column } from "../elements/DataTable.tsx";
import { Pager, useCursors } from "../elements/Pager.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { Answered, Empty } from "../elements/States.tsx";
import { Tag } from "../elements/Tag.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import { useText } from "../i18n/use-text.ts";
import { useProvider } from "../providers/use-provider.ts";
import type { Tone } from "../theme/palette.ts";
import { POLL_MS } from "./use-migration.ts";

const tones: Record<MigrationItemView["outcome"], Tone> = {
  open: "neutral",
  accepted: "good",
  refused: "late",
  "not-carried-out": "soon",
  "not-previewed": "soon",
};

function useColumns(): Column<MigrationItemView>[] {
  const text = useText();
  return [
    {
      key: "case",
      label: text("migration.case"),
      head: true,
      cell: ({ caseId, title, unitName }) => (
        <>
          <TextLink to={`/cases/${caseId}`}>{title}</TextLink>
          {!title.includes(unitName) && <Box sx={{ color: "text.secondary", fontWeight: 400 }}>{unitName}</Box>}
        </>
      ),
    },
    {
      key: "result",
      label: text("migration.result"),
      whole: true,
      cell: ({ outcome }) => <Tag tone={tones[outcome]}>{text(`migration.outcome.${outcome}`)}</Tag>,
    },
    { key: "why", label: text("migration.why"), cell: ({ message }) => message },
  ];
}

interface MigrationItemsProps {
  migrationId: string;
  /** So many have a result by now: with each more the list is read again. */
  settled: number;
  over: boolean;
}

export function MigrationItems({ migrationId, settled, over }: MigrationItemsProps) {
  const text = useText();
  const provider = useProvider();
  const cursors = useCursors();
  const columns = useColumns();
  const items = useQuery({
    queryKey: ["migration", migrationId, "items", cursors.cursor ?? "", settled],
    queryFn: () => provider.listMigrationItems(migrationId, cursors.cursor),
    placeholderData: keepPreviousData,
    refetchInterval: over ? false : POLL_MS,
  });
  return (
    <Sheet flush title={text("migration.results")}>
      <Answered query={items}>
        {({ items: rows, next }) =>
          rows.length === 0 ? (
            <Empty title={text("migration.empty")}>{text("migration.emptyText")}</Empty>
          ) : (
            <>
              <DataTable
                caption={text("app.tableOf", { name: text("migration.results") })}
                columns={columns}
                rows={rows}
                idOf={({ caseId }) => caseId}
              />
              <Pager cursors={cursors} next={next} />
            </>
          )
        }
      </Answered>
    </Sheet>
  );
}
