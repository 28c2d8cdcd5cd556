import { useState } from "react";
import { Box, Button, TextField } from "@mui/material";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ChangeItemView } from "../../../domain/contracts/calendar.ts";
import { DataTable, type Column } from "../elements/DataTable.tsx";
import { Pager, useCursors } from "../elements/Pager.tsx";
import { Answered, Empty } from "../elements/States.tsx";
import { Tag } from "../elements/Tag.tsx";
import { useText } from "../i18n/use-text.ts";
import { useProvider } from "../providers/use-provider.ts";
import type { Tone } from "../theme/palette.ts";
import { dueDate } from "../time/dates.ts";
import { useSubjectName } from "./use-subject-name.tsx";

type Outcome = ChangeItemView["outcome"];
const outcomes = ["moved", "unchanged", "closed", "failed"] as const;
const tones: Record<Outcome, Tone> = { moved: "accent", unchanged: "neutral", closed: "neutral", failed: "late" };

function useColumns(): Column<ChangeItemView>[] {
  const text = useText();
  const subject = useSubjectName();
  const day = (at: string | null): string => (at === null ? "–" : dueDate(at));
  return [
    { key: "of", label: text("calendar.moveOf"), head: true, cell: subject },
    {
      key: "outcome",
      label: text("calendar.outcome"),
      whole: true,
      cell: ({ outcome }) => <Tag tone={tones[outcome]}>{text(`calendar.outcomes.${outcome}`)}</Tag>,
    },
    { key: "from", label: text("calendar.from"), whole: true, cell: ({ dueFrom }) => day(dueFrom) },
    { key: "to", label: text("calendar.to"), whole: true, cell: ({ dueTo }) => day(dueTo) },
    {
      key: "error",
      label: text("calendar.error"),
      cell: ({ error, tries }) => error && `${error} (${text("calendar.tries", { tries })})`,
    },
  ];
}

/** Read only when somebody wants to see them. */
export function ChangeItems({ serial, settled }: { serial: number; settled: number }) {
  const text = useText();
  const [open, setOpen] = useState(false);
  const panel = `change-${serial}`;
  return (
    <Box sx={{ mt: 1 }}>
      <Button
        size="small"
        variant="outlined"
        aria-expanded={open}
        aria-controls={open ? panel : undefined}
        aria-label={text("calendar.itemsOf", { serial })}
        onClick={() => setOpen(!open)}
      >
        {text("calendar.items")}
      </Button>
      {open && (
        <Box id={panel} sx={{ mt: 1.5 }}>
          <Items serial={serial} settled={settled} />
        </Box>
      )}
    </Box>
  );
}

function Items({ serial, settled }: { serial: number; settled: number }) {
  const text = useText();
  const provider = useProvider();
  const cursors = useCursors();
  const columns = useColumns();
  const [outcome, setOutcome] = useState<Outcome | "">("");
  const items = useQuery({
    queryKey: ["calendar", "items", serial, outcome, cursors.cursor ?? "", settled],
    queryFn: () =>
      provider.listCalendarChangeItems(serial, {
        cursor: cursors.cursor,
        outcome: outcome === "" ? undefined : outcome,
      }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <TextField
        select
        label={text("calendar.outcome")}
        value={outcome}
        sx={{ maxWidth: 240, mb: 1.5 }}
        slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
        onChange={({ target }) => {
          setOutcome(target.value as Outcome | "");
          cursors.reset();
        }}
      >
        <option value="">{text("calendar.allOutcomes")}</option>
        {outcomes.map((one) => (
          <option key={one} value={one}>
            {text(`calendar.outcomes.${one}`)}
          </option>
        ))}
      </TextField>
      <Answered query={items}>
        {({ items: rows, next }) =>
          rows.length === 0 ? (
            <Empty title={text("calendar.itemsEmpty")} />
          ) : (
            <Box sx={{ border: 1, borderColor: "divider", borderRadius: 1.5 }}>
              <DataTable
                caption={text("calendar.itemsOf", { serial })}
                columns={columns}
                rows={rows}
                idOf={({ subject, id }) => `${subject} ${id}`}
              />
              <Pager cursors={cursors} next={next} />
            </Box>
          )
        }
      </Answered>
    </>
  );
}
