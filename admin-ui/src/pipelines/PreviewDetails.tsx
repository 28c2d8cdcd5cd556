import type { ReactNode } from "react";
import { Box } from "@mui/material";
import type { MigrationPreviewView } from "../../../domain/contracts/pipelines.ts";
import { usePostName } from "../elements/use-post-name.ts";
import { useLabel, useText } from "../i18n/use-text.ts";
import { dateTime } from "../time/dates.ts";
import { lines } from "./lines.tsx";

type Both<T> = { before: T; after: T };

function useTimers(): (item: MigrationPreviewView) => string[] {
  const text = useText();
  const at = (instant: string | null): string => (instant === null ? "–" : dateTime(instant));
  return ({ timers }) =>
    timers
      .filter(({ what }) => what !== "kept")
      .map(({ event, what, before, after }) =>
        [text(`migrate.timer.${event}`), text(`migrate.what.${what}`, { before: at(before), after: at(after) })].join(
          ": ",
        ),
      );
}

/** Everything else that a migration touches, before and after. */
export function PreviewDetails({ item }: { item: MigrationPreviewView }) {
  const text = useText();
  const label = useLabel();
  const postName = usePostName();
  const timers = useTimers()(item);
  const shown = <T,>({ before, after }: Both<T>, say: (value: T) => string): ReactNode => {
    const [old, now] = [say(before), say(after)];
    return old === now ? now || "–" : `${old || "–"} → ${now || "–"}`;
  };
  const rows: [string, ReactNode][] = [
    [text("migrate.holders"), shown(item.holders, (posts) => posts.map(postName).join("; "))],
    [text("migrate.quorum"), shown(item.quorum, (quorum) => (quorum === null ? "" : String(quorum)))],
    [text("migrate.returnsTo"), shown(item.returnsTo, (steps) => steps.map(({ name }) => label(name)).join("; "))],
    [text("migrate.timersTitle"), timers.length === 0 ? text("migrate.timersSame") : lines(timers)],
  ];
  return (
    <Box component="details" sx={detailsStyle}>
      <summary aria-label={`${text("migrate.details")}: ${item.title}, ${item.unitName}`}>
        {text("migrate.details")}
      </summary>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Box>
  );
}

const detailsStyle = {
  fontSize: "0.875rem",
  "& summary": { cursor: "pointer", fontWeight: 600, py: 0.75, width: "fit-content", borderRadius: 1 },
  "& dl": { m: 0, mt: 0.5, display: "grid", gap: 0.75 },
  "& dl > div": { display: "grid", gridTemplateColumns: { sm: "160px minmax(0, 1fr)" }, columnGap: 1.5 },
  "& dt": { color: "text.secondary" },
  "& dd": { m: 0 },
} as const;
