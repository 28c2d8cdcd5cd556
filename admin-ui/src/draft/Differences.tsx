import { Box } from "@mui/material";
import { useText } from "../i18n/use-text.ts";

export interface Difference {
  key: string;
  label: string;
  mine: string;
  theirs: string;
}

/** Both versions of what two people wrote, side by side. */
export function Differences({ differences }: { differences: readonly Difference[] }) {
  const text = useText();
  return (
    <Box component="dl" sx={listStyle}>
      {differences.map(({ key, label, mine, theirs }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>
            <strong>{text("conflict.mine")}:</strong> {mine || text("conflict.empty")}
          </dd>
          <dd>
            <strong>{text("conflict.theirs")}:</strong> {theirs || text("conflict.empty")}
          </dd>
        </div>
      ))}
    </Box>
  );
}

const listStyle = {
  m: 0,
  mt: 0.5,
  display: "grid",
  gap: 1,
  "& > div": { display: "grid", columnGap: 2, gridTemplateColumns: { sm: "1fr 1fr" } },
  "& dt": { gridColumn: "1 / -1", color: "text.secondary" },
  "& dd": { m: 0, maxHeight: 160, overflowY: "auto", whiteSpace: "pre-wrap", overflowWrap: "anywhere" },
} as const;
