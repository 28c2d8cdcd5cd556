import { Box, Checkbox, Typography } from "@mui/material";
import type { MigrationPreviewView } from "../../../domain/contracts/pipelines.ts";
import { Tag } from "../elements/Tag.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import { usePostName } from "../elements/use-post-name.ts";
import { useLabel, useText } from "../i18n/use-text.ts";
import { dueDate } from "../time/dates.ts";
import { PreviewDetails } from "./PreviewDetails.tsx";

interface PreviewCaseProps {
  item: MigrationPreviewView;
  chosen: boolean;
  onToggle: () => void;
}

export function PreviewCase({ item, chosen, onToggle }: PreviewCaseProps) {
  const text = useText();
  const ready = item.obstacles.length === 0;
  return (
    <Box component="li" data-row sx={lineStyle}>
      <Checkbox
        checked={chosen}
        disabled={!ready}
        onChange={onToggle}
        slotProps={{ input: { "aria-label": text("migrate.choose", { title: `${item.title}, ${item.unitName}` }) } }}
        sx={{ mt: -1, ml: -1.25, alignSelf: "start" }}
      />
      <Box sx={{ minWidth: 0, display: "grid", gap: 0.25 }}>
        <Box sx={{ display: "flex", flexWrap: "wrap", columnGap: 1.5, rowGap: 0.5, alignItems: "center" }}>
          <TextLink to={`/cases/${item.caseId}`}>{item.title}</TextLink>
          <Tag tone={ready ? "good" : "late"}>{text(ready ? "migrate.ready" : "migrate.blocked")}</Tag>
        </Box>
        {!item.title.includes(item.unitName) && (
          <Typography variant="body2" color="text.secondary">
            {item.unitName}
          </Typography>
        )}
        {item.obstacles.map(({ code, message }) => (
          <Typography key={code + message} variant="body2">
            {message}
          </Typography>
        ))}
        {ready && <Summary item={item} />}
        {ready && <PreviewDetails item={item} />}
      </Box>
    </Box>
  );
}

/** What a reader looks for first: the step, the due date, and who gains or loses the right to act. */
function Summary({ item }: { item: MigrationPreviewView }) {
  const text = useText();
  const label = useLabel();
  const postName = usePostName();
  const { step, dueAt, gains, loses } = item;
  const [before, after] = [step.before && label(step.before.name), step.after && label(step.after.name)];
  const day = (at: string | null): string => (at === null ? text("migrate.noDue") : dueDate(at));
  const moves = step.before?.id !== step.after?.id;
  return (
    <Typography variant="body2" component="div">
      {moves
        ? text("migrate.stepMoves", { before: before ?? "", after: after ?? "" })
        : text("migrate.sameStep", { step: after ?? "" })}
      {" · "}
      {text("migrate.due")}{" "}
      {dueAt.before === dueAt.after
        ? text("migrate.dueSame", { date: day(dueAt.after) })
        : text("migrate.dueMoves", { before: day(dueAt.before), after: day(dueAt.after) })}
      {gains.length > 0 && (
        <div>
          {text("migrate.gains")}: <strong>{gains.map(postName).join("; ")}</strong>
        </div>
      )}
      {loses.length > 0 && (
        <div>
          {text("migrate.loses")}: <strong>{loses.map(postName).join("; ")}</strong>
        </div>
      )}
    </Typography>
  );
}

const lineStyle = {
  display: "grid",
  gridTemplateColumns: "auto minmax(0, 1fr)",
  columnGap: 0.5,
  px: { xs: 2, sm: 2.5 },
  py: 1.5,
  borderTop: 1,
  borderColor: "divider",
} as const;
