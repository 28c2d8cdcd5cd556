import { Box } from "@mui/material";
import { formatDate, isLocalDate } from "../../../domain/calendar/local-time.ts";
import type { CaseLineView } from "../../../domain/contracts/case-lines.ts";
import { formatDong, toMillions } from "../../../domain/money/dong.ts";
import { TextLink } from "../elements/TextLink.tsx";
import { useText, type Text } from "../i18n/use-text.ts";

/** Why amounts differ from stage to stage, in the order in which it was said. */
function reasonsOf({ appraised, proposedReason, reason }: CaseLineView, text: Text): string[] {
  return [
    ...appraised.flatMap((one) =>
      one.reason === null ? [] : text("lines.saidBy", { name: one.unitName, reason: one.reason }),
    ),
    ...(proposedReason === null
      ? []
      : [text("lines.saidBy", { name: text("lines.proposed"), reason: proposedReason })]),
    ...(reason === null ? [] : [text("lines.saidBy", { name: text("lines.decided"), reason })]),
  ];
}

export function Said({ line }: { line: CaseLineView }) {
  const text = useText();
  const { resolution, document, assigned, listCase, over, duplicates } = line;
  const cited = resolution && (resolution.abstract === "" ? "lines.resolutionNamed" : "lines.resolution");
  const date = resolution && isLocalDate(resolution.date) ? formatDate(resolution.date) : "";
  return (
    <Box sx={{ display: "grid", gap: 0.5 }}>
      {reasonsOf(line, text).map((reason) => (
        <div key={reason}>{reason}</div>
      ))}
      {resolution && cited && <div>{text(cited, { ...resolution, date })}</div>}
      {over !== null && <div>{text("lines.overCeiling", { amount: formatDong(over) })}</div>}
      {duplicates.length > 0 && (
        <Box sx={{ color: (theme) => theme.palette.tone.soon.ink }}>
          {text("lines.duplicates", { titles: duplicates.map(({ title }) => title).join("; ") })}
        </Box>
      )}
      {document && assigned !== "0" && <div>{text("lines.assigned", { document })}</div>}
      {listCase && <TextLink to={`/cases/${listCase}`}>{text("lines.onList")}</TextLink>}
    </Box>
  );
}

export function Appraisals({ line }: { line: CaseLineView }) {
  const text = useText();
  return (
    <Box sx={{ display: "grid", gap: 0.5 }}>
      {line.appraised.map(({ unit, unitName, amount, position }) => (
        <div key={unit}>
          {text("lines.opinion", {
            name: unitName,
            amount: toMillions(amount),
            position: text(`lines.positions.${position}`),
          })}
        </div>
      ))}
    </Box>
  );
}

export function About({ line }: { line: CaseLineView }) {
  const text = useText();
  return (
    <>
      <div>{line.title}</div>
      <Box sx={{ fontWeight: 400, color: "text.secondary", fontSize: "0.8125rem" }}>
        {line.unitName}
        {line.task && ` · ${text("lines.task", { code: line.task })}`}
      </Box>
    </>
  );
}
