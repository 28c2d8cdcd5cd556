import { Box } from "@mui/material";
import type { CaseView, EventView } from "../../../domain/contracts/cases.ts";
import { formatDate, isLocalDate } from "../../../domain/calendar/local-time.ts";
import type { LineAmount, LineDecision, Position, Resolution } from "../../../domain/engine/content.ts";
import { formatDong } from "../../../domain/money/dong.ts";
import { useText, type Text } from "../i18n/use-text.ts";

/** What an event says of single lines (domain/engine/event.ts). */
interface LineData {
  position?: Position;
  amounts?: readonly LineAmount[];
  proposals?: readonly LineAmount[];
  decisions?: readonly LineDecision[];
  lineIds?: readonly string[];
  resolution?: Resolution | string;
}

const because = (reason: string | undefined): string => (reason ? ` – ${reason}` : "");

function saidOf(data: LineData, nameOf: (line: string) => string, text: Text): string[] {
  const dong = (amount: number) => text("money.dong", { amount: formatDong(String(amount)) });
  return [
    ...(data.amounts ?? []).map(({ line, amount, position, reason }) => {
      const stance = position ? `${text(`lines.positions.${position}`)}, ` : "";
      return `${nameOf(line)}: ${stance}${dong(amount)}${because(reason)}`;
    }),
    ...(data.proposals ?? []).map(({ line, amount, reason }) => `${nameOf(line)}: ${dong(amount)}${because(reason)}`),
    ...(data.decisions ?? []).map(({ line, decision, amount, reason }) => {
      const given = amount === undefined ? "" : `, ${dong(amount)}`;
      return `${nameOf(line)}: ${text(`lines.outcomes.${decision}`)}${given}${because(reason)}`;
    }),
    ...(data.lineIds && !data.decisions ? data.lineIds.map(nameOf) : []),
  ];
}

function resolutionText(resolution: Resolution | string, text: Text): string {
  if (typeof resolution === "string") return text("lines.resolutionNamed", { number: resolution });
  const date = isLocalDate(resolution.date) ? formatDate(resolution.date) : resolution.date;
  return text("lines.resolution", { ...resolution, date });
}

/** Opinions, figures, decisions and resolutions of a list, line by line. */
export function EventDetails({ event, lines }: { event: EventView; lines: CaseView["lines"] }) {
  const text = useText();
  const data = event.data as LineData;
  const nameOf = (id: string) => lines.find((line) => line.id === id)?.title ?? id;
  const said = saidOf(data, nameOf, text);
  return (
    <>
      {data.position && <div>{text(`lines.positions.${data.position}`)}</div>}
      {data.resolution !== undefined && <div>{resolutionText(data.resolution, text)}</div>}
      {said.length > 0 && (
        <Box component="ul" sx={{ my: 0.5, pl: 2.5, fontSize: "0.875rem" }}>
          {said.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </Box>
      )}
    </>
  );
}
