import { Box, Typography } from "@mui/material";
import { formatDong } from "../../../domain/money/dong.ts";
import { MONEY_COLUMNS } from "../../../domain/report/figures.ts";
import { fundingTable, TASK_STATUSES, taskStatusOptions } from "../../../domain/report/form-tables.ts";
import { SECTION_KEYS } from "../../../domain/report/form-spec.ts";
import type { ConsolidatedReport, TotalLine } from "../../../domain/report/consolidated-schema.ts";
import { DataTable, type Column } from "../elements/DataTable.tsx";
import { Facts } from "../elements/Facts.tsx";
import { useLabel, useText } from "../i18n/use-text.ts";

export function ConsolidatedView({ report }: { report: ConsolidatedReport }) {
  const text = useText();
  const label = useLabel();
  const owing = report.members.length + report.missing.length;
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
      <Funding report={report} />
      <OwnWords report={report} />
      <div>
        <Typography variant="h3" component="h4">
          {text("desk.inCount")}
        </Typography>
        <ul>
          {report.members.map(({ unitCode, unitName }) => (
            <li key={unitCode}>{unitName}</li>
          ))}
        </ul>
      </div>
      {report.missing.length > 0 && (
        <DataTable
          caption={text("desk.missing")}
          rows={report.missing}
          idOf={({ unitCode }) => unitCode}
          columns={[
            { key: "unit", label: text("cycles.agency"), head: true, cell: ({ unitName }) => unitName },
            { key: "reason", label: text("decide.reasonPlain"), cell: ({ reason }) => reason },
          ]}
        />
      )}
    </Box>
  );
}

function Funding({ report: { funding } }: { report: ConsolidatedReport }) {
  const text = useText();
  const label = useLabel();
  const total: TotalLine = {
    code: "total",
    title: { vi: text("draft.total"), en: text("draft.total") },
    totals: funding.total,
    contributions: [],
  };
  const money = MONEY_COLUMNS.map((key): Column<TotalLine> => {
    const column = fundingTable.columns.find((candidate) => candidate.key === key)!;
    return { key, label: label(column.label), numeric: true, cell: ({ totals }) => formatDong(totals[key]) };
  });
  const columns: Column<TotalLine>[] = [
    { key: "source", label: text("plan.name"), head: true, cell: ({ title }) => label(title) },
    ...money,
  ];
  const caption = `${label(fundingTable.label)} (${text("draft.unitMoney")})`;
  return (
    <DataTable caption={caption} columns={columns} rows={[...funding.bySource, total]} idOf={({ code }) => code} />
  );
}

function OwnWords({ report: { editorial } }: { report: ConsolidatedReport }) {
  const text = useText();
  const texts = SECTION_KEYS.flatMap((key) => {
    const words = editorial.sections?.[key];
    return words ? [[key, words] as const] : [];
  });
  const all = [...texts, ["", editorial.assessment] as const, ["", editorial.recommendations] as const];
  return (
    <div>
      <Typography variant="h3" component="h4">
        {text("desk.ownText")}
      </Typography>
      {all.map(([key, words]) =>
        words ? (
          <Typography key={key + words} sx={{ whiteSpace: "pre-wrap", mt: 1 }}>
            {key && `${key}. `}
            {words}
          </Typography>
        ) : null,
      )}
    </div>
  );
}
