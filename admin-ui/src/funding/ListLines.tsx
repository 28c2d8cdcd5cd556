import { Typography } from "@mui/material";
import type { CaseLineView } from "../../../domain/contracts/case-lines.ts";
import { UNIT_LINE } from "../../../domain/funding/request-form.ts";
import { sumDong, toMillions, type Dong } from "../../../domain/money/dong.ts";
import { dongInWords } from "../../../domain/money/words.ts";
import { DataTable, type Column } from "../elements/DataTable.tsx";
import { Tag } from "../elements/Tag.tsx";
import { useLabel, useLanguage, useText } from "../i18n/use-text.ts";
import type { Tone } from "../theme/palette.ts";
import { appraisedOf } from "./line-rows.ts";
import { About, Appraisals, Said } from "./LineWords.tsx";
import { groupName } from "./names.ts";

const tones: Record<CaseLineView["status"], Tone> = {
  open: "neutral",
  "to-clarify": "soon",
  referred: "soon",
  approved: "good",
  "approved-in-part": "good",
  rejected: "late",
  withdrawn: "neutral",
  deferred: "info",
};

/** The request may have gone after the list ended: the ledger knows it then, the list does not. */
const statusOf = ({ status, withdrawn }: CaseLineView) => (withdrawn ? "withdrawn" : status);

type Shown = { line: CaseLineView } | { line: null; sums: Sums };

interface Sums {
  requested: Dong;
  appraised: Dong;
  proposed: Dong;
  decided: Dong;
}

const sumsOf = (lines: readonly CaseLineView[]): Sums => ({
  requested: sumDong(lines.map(({ requested }) => requested)),
  appraised: sumDong(lines.flatMap((line) => (line.appraised.length > 0 ? appraisedOf(line) : []))),
  proposed: sumDong(lines.flatMap(({ proposed }) => proposed ?? [])),
  decided: sumDong(lines.flatMap(({ decided }) => decided ?? [])),
});

/** Table C of vietnam.md §8.2: each line through its stages, with totals, the unit and the sum in words. */
export function ListLines({ lines, caption }: { lines: readonly CaseLineView[]; caption: string }) {
  const text = useText();
  const label = useLabel();
  const [language] = useLanguage();
  const sums = sumsOf(lines);
  const rows: Shown[] = [...lines.map((line) => ({ line })), { line: null, sums }];
  const money = (key: keyof Sums, name: string, cell: (line: CaseLineView) => Dong | null): Column<Shown> => ({
    key,
    label: name,
    numeric: true,
    cell: (row) => {
      const amount = row.line ? cell(row.line) : row.sums[key];
      return amount === null ? "" : row.line ? toMillions(amount) : <strong>{toMillions(amount)}</strong>;
    },
  });
  const words = sums.decided === "0" ? (["requested", sums.requested] as const) : (["decided", sums.decided] as const);
  return (
    <>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1, fontStyle: "italic" }}>
        {label(UNIT_LINE)}
      </Typography>
      <DataTable
        caption={caption}
        rows={rows}
        idOf={({ line }) => line?.id ?? "total"}
        columns={[
          {
            key: "line",
            label: text("lines.line"),
            head: true,
            cell: ({ line }) => (line ? <About line={line} /> : <strong>{text("lines.total")}</strong>),
          },
          {
            key: "source",
            label: text("lines.source"),
            cell: ({ line }) => line && `${groupName("source", line.source, language)}, ${line.year}`,
          },
          money("requested", text("lines.requested"), ({ requested }) => requested),
          {
            key: "appraised",
            label: text("lines.opinions"),
            cell: (row) =>
              row.line ? (
                row.line.appraised.length > 0 && <Appraisals line={row.line} />
              ) : (
                <strong>{toMillions(sums.appraised)}</strong>
              ),
          },
          money("proposed", text("lines.proposed"), ({ proposed }) => proposed),
          money("decided", text("lines.decided"), ({ decided }) => decided),
          {
            key: "status",
            label: text("lines.status"),
            whole: true,
            cell: ({ line }) =>
              line && <Tag tone={tones[statusOf(line)]}>{text(`lines.statuses.${statusOf(line)}`)}</Tag>,
          },
          { key: "reason", label: text("lines.differences"), cell: ({ line }) => line && <Said line={line} /> },
        ]}
      />
      <Typography sx={{ mt: 1.5, fontStyle: "italic" }}>
        {text("lines.inWords", { stage: text(`lines.${words[0]}`), words: dongInWords(words[1]) })}
      </Typography>
    </>
  );
}
