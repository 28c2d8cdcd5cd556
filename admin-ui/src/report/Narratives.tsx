import { Box, Typography } from "@mui/material";
import type { ConsolidatedReport } from "../../../domain/report/consolidated-schema.ts";
import type { SectionSpec } from "../../../domain/report/form-spec.ts";
import { useLabel } from "../i18n/use-text.ts";

interface NarrativesProps {
  section: SectionSpec;
  texts: ConsolidatedReport["narratives"]["I"];
  nameOf: (unitCode: string) => string;
}

/** The agencies' own words, under the question they answer and with who wrote them. */
export function Narratives({ section, texts, nameOf }: NarrativesProps) {
  const label = useLabel();
  return section.fields.map((field) => {
    const own = texts.filter((one) => one.field === field.key);
    if (own.length === 0) return null;
    return (
      <div key={field.key}>
        <Typography variant="h3" component="h5">
          {label(field.label)}
        </Typography>
        <Box component="dl" sx={{ m: 0, mt: 1, display: "grid", gap: 1 }}>
          {own.map(({ unitCode, text }) => (
            <div key={unitCode}>
              <Box component="dt" sx={{ color: "text.secondary", fontSize: "0.8125rem" }}>
                {nameOf(unitCode)}
              </Box>
              <Box component="dd" sx={{ m: 0, whiteSpace: "pre-wrap" }}>
                {text}
              </Box>
            </div>
          ))}
        </Box>
      </div>
    );
  });
}
