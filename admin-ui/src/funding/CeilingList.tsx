import { Box } from "@mui/material";
import { formatDong } from "../../../domain/money/dong.ts";
import { Tag } from "../elements/Tag.tsx";
import { useLanguage, useText } from "../i18n/use-text.ts";
import { groupName } from "./names.ts";
import { weighSitting, type Sitting, type Weighed } from "./sitting.ts";

/** What this sitting would leave under each ceiling. The server weighs again, under a lock, when it is sent. */
export function CeilingList({ sitting }: { sitting: Sitting }) {
  const text = useText();
  const weighed = weighSitting(sitting);
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

function CeilingRow({ ceiling, added, result }: Weighed) {
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
