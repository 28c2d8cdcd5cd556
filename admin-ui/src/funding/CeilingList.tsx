import { Box } from "@mui/material";
import { formatDong, sumDong, type Dong } from "../../../domain/money/dong.ts";
import { ceilingVerdict, isUnder, type Ceiling, type CeilingVerdict } from "../../../domain/funding/ceiling.ts";
import { Tag } from "../elements/Tag.tsx";
import type { Row } from "../grid/column.ts";
import { heldIn } from "../grid/sheet.ts";
import { useLanguage, useText } from "../i18n/use-text.ts";
import { decidedAmount, type OfferedLine } from "./line-sheets.ts";
import { groupName } from "./names.ts";

export interface KnownCeiling {
  readonly ceiling: Ceiling;
  /** Decided already on lines that are not in this sitting. */
  readonly counted: Dong;
}

interface CeilingListProps {
  ceilings: readonly KnownCeiling[];
  lines: readonly OfferedLine[];
  rows: readonly Row[];
}

/** What this sitting would leave under each ceiling. The server weighs again, under a lock, when it is sent. */
export function CeilingList({ ceilings, lines, rows }: CeilingListProps) {
  const text = useText();
  const amountOf = (index: number): Dong => {
    const row = rows[index] ?? {};
    return heldIn(row, "amount") ?? decidedAmount(row) ?? "0";
  };
  const weighed = ceilings
    .filter(({ ceiling }) => lines.some((line) => isUnder(ceiling, line)))
    .map(({ ceiling, counted }) => {
      const added = sumDong(lines.flatMap((line, index) => (isUnder(ceiling, line) ? amountOf(index) : [])));
      return { ceiling, added, result: ceilingVerdict(ceiling, "decided", counted, added) };
    });
  if (weighed.length === 0) return null;
  return (
    <Box
      component="ul"
      aria-label={text("lines.ceilings")}
      sx={{ listStyle: "none", m: 0, p: 0, display: "grid", gap: 1 }}
    >
      {weighed.map((one) => (
        <CeilingRow key={one.ceiling.id} {...one} />
      ))}
    </Box>
  );
}

interface CeilingRowProps {
  ceiling: Ceiling;
  added: Dong;
  result: CeilingVerdict;
}

function CeilingRow({ ceiling, added, result }: CeilingRowProps) {
  const text = useText();
  const [language] = useLanguage();
  const name = groupName("source", ceiling.source, language);
  return (
    <Box component="li" sx={{ display: "flex", flexWrap: "wrap", gap: 1.5, alignItems: "center" }}>
      <Tag tone={result.verdict === "ok" ? "good" : result.verdict === "stop" ? "late" : "soon"}>
        {text(`lines.verdict.${result.verdict}`)}
      </Tag>
      <span>
        {text("lines.ceiling", {
          name,
          year: ceiling.year,
          amount: formatDong(ceiling.amount),
          added: formatDong(added),
        })}{" "}
        {result.verdict === "ok"
          ? text("lines.room", { amount: formatDong(result.remaining) })
          : text("lines.over", { amount: formatDong(result.over) })}
      </span>
    </Box>
  );
}
