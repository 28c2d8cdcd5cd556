import { Typography } from "@mui/material";
import { formatDong } from "../../../domain/money/dong.ts";
import { MONEY_COLUMNS } from "../../../domain/report/figures.ts";
import { fundingTable } from "../../../domain/report/form-tables.ts";
import type { ConsolidatedReport, TotalLine } from "../../../domain/report/consolidated-schema.ts";
import { DataTable, type Column } from "../elements/DataTable.tsx";
import { useLabel, useText } from "../i18n/use-text.ts";

type Shown = { key: string; name: string; totals: TotalLine["totals"] };

function useMoneyColumns(name: string): Column<Shown>[] {
  const label = useLabel();
  const money = MONEY_COLUMNS.map((key): Column<Shown> => {
    const column = fundingTable.columns.find((candidate) => candidate.key === key)!;
    return { key, label: label(column.label), numeric: true, cell: ({ totals }) => formatDong(totals[key]) };
  });
  return [{ key: "name", label: name, head: true, cell: (row) => row.name }, ...money];
}

interface FundingTotalsProps {
  funding: ConsolidatedReport["funding"];
  nameOf: (unitCode: string) => string;
}

/** Totals by source and by task; under each source what every agency put into it, so that the sum can be followed. */
export function FundingTotals({ funding, nameOf }: FundingTotalsProps) {
  const text = useText();
  const label = useLabel();
  const sources = useMoneyColumns(text("report.source"));
  const tasks = useMoneyColumns(text("report.task"));
  if (funding.rows.length === 0) return null;
  const unit = `(${text("draft.unitMoney")})`;
  const total: Shown = { key: "total", name: text("draft.total"), totals: funding.total };
  const bySource = funding.bySource.flatMap(({ code, title, totals, contributions }): Shown[] => [
    { key: code, name: `${code}. ${label(title)}`, totals },
    ...contributions.map((own) => ({
      key: `${code}:${own.unitCode}`,
      name: `– ${nameOf(own.unitCode)}`,
      totals: own.totals,
    })),
  ]);
  const byTask = funding.byTask.map(({ code, title, totals }): Shown => ({
    key: code,
    name: `${code}. ${label(title)}`,
    totals,
  }));
  return [
    { caption: `${text("report.bySource")} ${unit}`, columns: sources, rows: [...bySource, total] },
    { caption: `${text("report.byTask")} ${unit}`, columns: tasks, rows: [...byTask, total] },
  ].map((one) => (
    <div key={one.caption}>
      <Typography variant="h3" component="h5">
        {one.caption}
      </Typography>
      <DataTable {...one} idOf={({ key }) => key} />
    </div>
  ));
}
