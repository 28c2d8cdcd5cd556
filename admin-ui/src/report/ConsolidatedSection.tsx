import { Box, Typography } from "@mui/material";
import type { ConsolidatedReport } from "../../../domain/report/consolidated-schema.ts";
import type { SectionSpec } from "../../../domain/report/form-spec.ts";
import { useText } from "../i18n/use-text.ts";
import { agencyTables } from "./agency-tables.ts";
import { AgencyRows } from "./AgencyRows.tsx";
import type { Reading } from "./cell-value.ts";
import { Contributions } from "./Contributions.tsx";
import { FundingTotals } from "./FundingTotals.tsx";
import { Narratives } from "./Narratives.tsx";

interface ConsolidatedSectionProps {
  section: SectionSpec;
  report: ConsolidatedReport;
  reading: Reading;
  nameOf: (unitCode: string) => string;
}

/** One section of the form: the department's words first, then the figures, then what each agency wrote. */
export function ConsolidatedSection({ section, report, reading, nameOf }: ConsolidatedSectionProps) {
  const text = useText();
  const { key } = section;
  const words = report.editorial.sections?.[key];
  const nothing = report.nothingToReport[key];
  const by = { reading, nameOf };
  return (
    <Box component="section" sx={{ display: "grid", gap: 2, "& > *": { minWidth: 0 } }}>
      <Typography variant="h2" component="h4">
        {key}. {reading.label(section.label)}
      </Typography>
      {words && <Typography sx={{ whiteSpace: "pre-wrap" }}>{words}</Typography>}
      {key === "I" && <Contributions section={section} counted={report.outreach} {...by} />}
      {key === "IV" && <FundingTotals funding={report.funding} nameOf={nameOf} />}
      {key === "V" && <Contributions section={section} counted={report.resources} {...by} />}
      {agencyTables(report, section, reading.label).map((table) => (
        <AgencyRows key={table.key} of={table} {...by} />
      ))}
      <Narratives section={section} texts={report.narratives[key]} nameOf={nameOf} />
      {nothing.length > 0 && (
        <Typography variant="body2" color="text.secondary">
          {text("report.nothingFrom", { units: nothing.map(nameOf).join("; ") })}
        </Typography>
      )}
    </Box>
  );
}
