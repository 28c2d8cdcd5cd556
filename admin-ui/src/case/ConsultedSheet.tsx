import { Box } from "@mui/material";
import type { CaseView } from "../../../domain/contracts/cases.ts";
import { Sheet } from "../elements/Sheet.tsx";
import { Tag } from "../elements/Tag.tsx";
import { useText } from "../i18n/use-text.ts";

/** Whose opinion is asked, and who has given it. */
export function ConsultedSheet({ consulted }: Pick<CaseView, "consulted">) {
  const text = useText();
  if (consulted.length === 0) return null;
  return (
    <Sheet title={text("lines.consulted")}>
      <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0, display: "grid", gap: 1 }}>
        {consulted.map(({ unit, unitName, answered, position }) => (
          <Box component="li" key={unit} sx={{ display: "flex", flexWrap: "wrap", gap: 1, alignItems: "center" }}>
            <span>{unitName}</span>
            <Tag tone={answered ? "good" : "soon"}>
              {position ? text(`lines.positions.${position}`) : text("lines.awaited")}
            </Tag>
          </Box>
        ))}
      </Box>
    </Sheet>
  );
}
