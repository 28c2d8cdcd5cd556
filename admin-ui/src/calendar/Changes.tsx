import { Box, Typography } from "@mui/material";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { CalendarChangeView } from "../../../domain/contracts/calendar.ts";
import { Pager, useCursors } from "../elements/Pager.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { Answered, Empty } from "../elements/States.tsx";
import { Tag } from "../elements/Tag.tsx";
import { useText } from "../i18n/use-text.ts";
import { useProvider } from "../providers/use-provider.ts";
import { dateTime } from "../time/dates.ts";
import { count } from "../time/numbers.ts";
import { ChangeItems } from "./ChangeItems.tsx";
import { linesOf, type EditLine } from "./edit-draft.ts";
import { useDayWords } from "./use-day-words.ts";
import { useEditWords } from "./use-edit-words.ts";

const POLL_MS = 2_000;
const telling = ({ progress }: CalendarChangeView): boolean => progress.finishedAt === null;

/** Who changed the calendar, why, and how far the open cases have been told. */
export function Changes() {
  const text = useText();
  const provider = useProvider();
  const cursors = useCursors();
  const changes = useQuery({
    queryKey: ["calendar", "changes", cursors.cursor ?? ""],
    queryFn: () => provider.listCalendarChanges(cursors.cursor),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) => (data?.items.some(telling) ? POLL_MS : false),
  });
  return (
    <Sheet flush title={text("calendar.changes")}>
      <Answered query={changes}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Empty title={text("calendar.changesEmpty")}>{text("calendar.changesEmptyText")}</Empty>
          ) : (
            <>
              <Box component="ol" reversed sx={{ listStyle: "none", m: 0, p: 0 }}>
                {items.map((change) => (
                  <Change key={change.serial} change={change} />
                ))}
              </Box>
              <Pager cursors={cursors} next={next} />
            </>
          )
        }
      </Answered>
    </Sheet>
  );
}

function Change({ change }: { change: CalendarChangeView }) {
  const text = useText();
  const words = useEditWords();
  const dayWords = useDayWords();
  const { serial, at, by, reason, edit, before, progress } = change;
  const { moved, unchanged, closed, failed } = progress;
  const was = (line: EditLine): string => {
    if (line.kind !== "day") return "";
    const kind = before.find(({ date }) => date === line.key)?.kind ?? null;
    return ` (${text("calendar.before", { kind: dayWords.kind(line.key, kind).toLocaleLowerCase() })})`;
  };
  return (
    <Box component="li" sx={{ px: { xs: 2, sm: 2.5 }, py: 2, borderTop: 1, borderColor: "divider" }}>
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1.5, alignItems: "center" }}>
        <Typography sx={{ fontWeight: 600 }}>{text("calendar.changeOf", { serial })}</Typography>
        <Standing change={change} />
        <Typography variant="body2" color="text.secondary">
          {text("calendar.changedBy", { by, time: dateTime(at) })}
        </Typography>
      </Box>
      <Typography variant="body2" sx={{ mt: 0.5 }}>
        “{reason}”
      </Typography>
      <Box component="ul" sx={{ m: 0, my: 0.75, pl: 2.5, fontSize: "0.875rem" }}>
        {linesOf(edit).map((line) => (
          <li key={line.kind + line.key}>
            {words(line)}
            {was(line)}
          </li>
        ))}
      </Box>
      <Typography variant="body2" role="status">
        {text("calendar.counts", {
          moved: count(moved),
          unchanged: count(unchanged),
          closed: count(closed),
          failed: count(failed),
        })}
      </Typography>
      <ChangeItems serial={serial} settled={moved + unchanged + closed + failed} />
    </Box>
  );
}

function Standing({ change }: { change: CalendarChangeView }) {
  const text = useText();
  if (telling(change)) return <Tag tone="accent">{text("calendar.telling")}</Tag>;
  const superseded = change.progress.outcome === "superseded";
  return (
    <Tag tone={superseded ? "neutral" : "good"}>{text(superseded ? "calendar.superseded" : "calendar.finished")}</Tag>
  );
}
