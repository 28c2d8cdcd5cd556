import { Box, Typography } from "@mui/material";
import type { CaseView } from "../../../domain/contracts/cases.ts";
import { getAt, type Json } from "../draft/set-at.ts";
import { useText } from "../i18n/use-text.ts";

interface PaperViewProps {
  body: Json;
  sections: CaseView["sections"];
}

/** A paper of plain sections, as those read it who decide on it. */
export function PaperView({ body, sections }: PaperViewProps) {
  const text = useText();
  return (
    <Box sx={{ display: "grid", gap: 2.5 }}>
      {sections.map(({ key, name }) => {
        const written = getAt(body, `sections.${key}.text`);
        return (
          <section key={key} aria-label={name}>
            <Typography variant="h3" sx={{ mb: 0.5 }}>
              {name}
            </Typography>
            {typeof written === "string" && written !== "" ? (
              <Typography sx={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{written}</Typography>
            ) : (
              <Typography color="text.secondary">{text("paper.nothing")}</Typography>
            )}
          </section>
        );
      })}
    </Box>
  );
}
