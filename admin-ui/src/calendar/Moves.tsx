import { Box, Button, Typography } from "@mui/material";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { CalendarEditBody, DueMove } from "../../../domain/contracts/calendar.ts";
import { DataTable, type Column } from "../elements/DataTable.tsx";
import { Empty, Loading, ProblemNotice } from "../elements/States.tsx";
import { Tag } from "../elements/Tag.tsx";
import { useLabel, useText } from "../i18n/use-text.ts";
import { useProvider } from "../providers/use-provider.ts";
import { dueDate } from "../time/dates.ts";
import { Rebase } from "./Rebase.tsx";
import { useSubjectName } from "./use-subject-name.tsx";

function useColumns(): Column<DueMove>[] {
  const text = useText();
  const label = useLabel();
  const subject = useSubjectName();
  const day = (at: string | null): string => (at === null ? text("calendar.noDue") : dueDate(at));
  const flip = ({ lateFrom, lateTo }: DueMove) =>
    lateFrom !== lateTo && (
      <Tag tone={lateTo ? "late" : "good"}>{text(lateTo ? "calendar.becomesLate" : "calendar.becomesOnTime")}</Tag>
    );
  return [
    { key: "of", label: text("calendar.moveOf"), head: true, cell: subject },
    { key: "step", label: text("calendar.step"), cell: ({ stepName }) => stepName && label(stepName) },
    { key: "from", label: text("calendar.from"), whole: true, cell: ({ dueFrom }) => day(dueFrom) },
    {
      key: "to",
      label: text("calendar.to"),
      whole: true,
      cell: ({ dueTo }) => <strong>{day(dueTo)}</strong>,
    },
    { key: "late", label: text("calendar.late"), cell: flip },
  ];
}

interface MovesProps {
  base: number;
  edit: CalendarEditBody;
  onRebase: () => void;
}

/** Whole cases are read to compute from: so many at a time are looked at, and the reader asks for more. */
export function Moves({ base, edit, onRebase }: MovesProps) {
  const text = useText();
  const provider = useProvider();
  const columns = useColumns();
  const preview = useInfiniteQuery({
    queryKey: ["calendar", "preview", base, edit],
    initialPageParam: "",
    queryFn: ({ pageParam }) => provider.previewCalendar({ base, edit, ...(pageParam && { cursor: pageParam }) }),
    getNextPageParam: (page) => page.next,
  });
  const rows = preview.data?.pages.flatMap(({ items }) => items) ?? [];
  const looked = preview.data?.pages.reduce((sum, page) => sum + page.looked, 0) ?? 0;
  return (
    <Box component="section" aria-labelledby="moves-title" aria-busy={preview.isPending} sx={{ mb: 2.5 }}>
      <Typography variant="h3" id="moves-title" sx={{ mb: 1 }}>
        {text("calendar.moves")}
      </Typography>
      {preview.error && <ProblemNotice error={preview.error} retry={() => void preview.refetch()} />}
      <Rebase error={preview.error} onRebase={onRebase} />
      {preview.isPending && <Loading lines={3} />}
      {preview.isSuccess && rows.length === 0 && (
        <Empty title={text("calendar.movesNone")}>{text("calendar.movesNoneText", { smart_count: looked })}</Empty>
      )}
      {rows.length > 0 && (
        <>
          <Typography variant="body2" color="text.secondary" role="status" sx={{ mb: 1 }}>
            {text("calendar.movesCount", { smart_count: rows.length, looked })}
          </Typography>
          <Box sx={{ maxHeight: 320, overflowY: "auto", border: 1, borderColor: "divider", borderRadius: 1.5 }}>
            <DataTable
              caption={text("app.tableOf", { name: text("calendar.moves") })}
              columns={columns}
              rows={rows}
              idOf={({ subject, id }) => `${subject} ${id}`}
            />
          </Box>
        </>
      )}
      {preview.hasNextPage && (
        <Button
          variant="outlined"
          sx={{ mt: 1.5 }}
          disabled={preview.isFetchingNextPage}
          onClick={() => void preview.fetchNextPage()}
        >
          {text("calendar.lookOn")}
        </Button>
      )}
    </Box>
  );
}
