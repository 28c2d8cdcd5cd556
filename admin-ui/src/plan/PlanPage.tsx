import { useState } from "react";
import { Box, TextField } from "@mui/material";
import { useGetList, type RaRecord } from "react-admin";
import { useParams } from "react-router";
import { DataTable } from "../elements/DataTable.tsx";
import { Page } from "../elements/Page.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { Empty, Loading, ProblemNotice } from "../elements/States.tsx";
import { useText } from "../i18n/use-text.ts";
import { NotFoundPage } from "../layout/NotFoundPage.tsx";
import { PartNav } from "./PartNav.tsx";
import { PartPager } from "./PartPager.tsx";
import { isPart, type PlanPart } from "./parts.ts";
import { usePlanColumns } from "./use-plan-columns.tsx";
import { useSettled } from "./use-settled.ts";

const PER_PAGE = 50;

function PlanTable({ part }: { part: PlanPart }) {
  const text = useText();
  const columns = usePlanColumns(part);
  const [typed, setTyped] = useState("");
  const [page, setPage] = useState(1);
  const q = useSettled(typed.trim());
  const { data, error, refetch, pageInfo } = useGetList<RaRecord>(part, {
    pagination: { page, perPage: PER_PAGE },
    filter: q === "" ? {} : { q },
  });
  const find = (value: string) => {
    setTyped(value);
    setPage(1);
  };
  return (
    <Sheet flush>
      <Box sx={{ p: 2, maxWidth: 420 }}>
        <TextField
          type="search"
          label={text("plan.find")}
          value={typed}
          onChange={(event) => find(event.target.value)}
        />
      </Box>
      {error && <ProblemNotice error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading lines={8} />}
      {data?.length === 0 && (
        <Empty title={text(q === "" ? "plan.empty" : "plan.noMatch")}>{q === "" && text("plan.emptyText")}</Empty>
      )}
      {data && data.length > 0 && (
        <DataTable caption={text(`menu.${part}`)} columns={columns} rows={data} idOf={({ id }) => String(id)} />
      )}
      <PartPager page={page} hasNext={pageInfo?.hasNextPage === true} onChange={setPage} />
    </Sheet>
  );
}

export default function PlanPage() {
  const text = useText();
  const { part = "units" } = useParams();
  if (!isPart(part)) return <NotFoundPage />;
  return (
    <Page title={text(`menu.${part}`)} lead={text("plan.title")}>
      <PartNav part={part} />
      <PlanTable key={part} part={part} />
    </Page>
  );
}
