import { Box, Typography } from "@mui/material";
import type { ConsolidatedReport } from "../../../domain/report/consolidated-schema.ts";
import { TASK_STATUSES, taskStatusOptions } from "../../../domain/report/form-tables.ts";
import { sections } from "../../../domain/report/form.ts";
import { DataTable } from "../elements/DataTable.tsx";
import { Facts } from "../elements/Facts.tsx";
import { useLabel, useText } from "../i18n/use-text.ts";
import { ConsolidatedSection } from "./ConsolidatedSection.tsx";
import { useReading } from "./use-reading.ts";

/** No agency's own: rows bring theirs along. */
const province = { code: "", name: "" };

/** The whole of it, section by section as in the agencies' form: who reads it signs for every word in it. */
export function ConsolidatedView({ report }: { report: ConsolidatedReport }) {
  const text = useText();
  const label = useLabel();
  const reading = useReading(province);
  const owing = report.members.length + report.missing.length;
  const nameOf = (code: string) => report.members.find(({ unitCode }) => unitCode === code)?.unitName ?? code;
  const statuses = TASK_STATUSES.map((status) => {
    const option = taskStatusOptions.find(({ value }) => value === status)!;
    return [label(option.label), report.taskCounts[status]] as const;
  });
  return (
    <Box component="article" sx={{ display: "grid", gap: 3, "& > *": { minWidth: 0 } }}>
      <Typography variant="h2" component="h3">
        {text("report.consolidatedAbout", { year: report.year })}
      </Typography>
      <Typography>{text("desk.included", { included: report.members.length, owing })}</Typography>
      <Facts facts={statuses} />
      <Words title={text("desk.assessment")} words={report.editorial.assessment} />
      <Words title={text("desk.recommendations")} words={report.editorial.recommendations} />
      {sections.map((section) => (
        <ConsolidatedSection key={section.key} section={section} report={report} reading={reading} nameOf={nameOf} />
      ))}
      <Members report={report} />
    </Box>
  );
}

function Words({ title, words }: { title: string; words: string | undefined }) {
  if (!words) return null;
  return (
    <div>
      <Typography variant="h3" component="h4">
        {title}
      </Typography>
      <Typography sx={{ whiteSpace: "pre-wrap", mt: 1 }}>{words}</Typography>
    </div>
  );
}

function Members({ report: { members, missing } }: { report: ConsolidatedReport }) {
  const text = useText();
  return (
    <>
      <div>
        <Typography variant="h3" component="h4">
          {text("desk.inCount")}
        </Typography>
        <ul>
          {members.map(({ unitCode, unitName }) => (
            <li key={unitCode}>{unitName}</li>
          ))}
        </ul>
      </div>
      {missing.length > 0 && (
        <DataTable
          caption={text("desk.missing")}
          rows={missing}
          idOf={({ unitCode }) => unitCode}
          columns={[
            { key: "unit", label: text("cycles.agency"), head: true, cell: ({ unitName }) => unitName },
            { key: "reason", label: text("decide.reasonPlain"), cell: ({ reason }) => reason },
          ]}
        />
      )}
    </>
  );
}
