import { Box, Button } from "@mui/material";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import type { PipelineListItem } from "../../../domain/contracts/pipelines.ts";
import { DataTable, type Column } from "../elements/DataTable.tsx";
import { Page } from "../elements/Page.tsx";
import { Pager, useCursors } from "../elements/Pager.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { Answered, Empty } from "../elements/States.tsx";
import { Tag } from "../elements/Tag.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import { useLabel, useText } from "../i18n/use-text.ts";
import { useProvider } from "../providers/use-provider.ts";
import { date, dateTime } from "../time/dates.ts";
import { count } from "../time/numbers.ts";
import { useMayAdminister } from "./queries.ts";

function Staffing({ directory }: Pick<PipelineListItem, "directory">) {
  const text = useText();
  if (!directory) return <Tag>{text("pipelines.directoryNever")}</Tag>;
  const { errors, checkedAt } = directory;
  return (
    <>
      <Tag tone={errors > 0 ? "soon" : "good"}>
        {errors > 0 ? text("pipelines.directoryErrors", { smart_count: errors }) : text("pipelines.directoryOk")}
      </Tag>
      <Box sx={{ color: "text.secondary", fontSize: "0.8125rem", mt: 0.5 }}>
        {text("pipelines.directoryAt", { time: dateTime(checkedAt) })}
      </Box>
    </>
  );
}

function useColumns(): Column<PipelineListItem>[] {
  const text = useText();
  const label = useLabel();
  return [
    {
      key: "name",
      label: text("pipelines.name"),
      head: true,
      cell: ({ id, name }) => <TextLink to={`/pipelines/${id}`}>{label(name)}</TextLink>,
    },
    { key: "code", label: text("pipelines.code"), cell: ({ id }) => <code>{id}</code> },
    { key: "version", label: text("pipelines.version"), numeric: true, cell: ({ version }) => version },
    { key: "open", label: text("pipelines.openCases"), numeric: true, cell: ({ openCases }) => count(openCases) },
    {
      key: "published",
      label: text("pipelines.publishedAt"),
      cell: ({ publishedAt, publishedBy }) => (
        <>
          {date(publishedAt)}
          <Box sx={{ color: "text.secondary" }}>{publishedBy ?? text("pipelines.shipped")}</Box>
        </>
      ),
    },
    { key: "people", label: text("pipelines.directory"), cell: (row) => <Staffing directory={row.directory} /> },
  ];
}

export default function PipelinesPage() {
  const text = useText();
  const provider = useProvider();
  const columns = useColumns();
  const cursors = useCursors();
  const mayPublish = useMayAdminister();
  const pipelines = useQuery({
    queryKey: ["pipelines", cursors.cursor ?? ""],
    queryFn: () => provider.listPipelines(cursors.cursor),
    placeholderData: keepPreviousData,
  });
  const add = mayPublish && (
    <Button component={Link} to="/pipelines/new" variant="outlined">
      {text("pipelines.new")}
    </Button>
  );
  return (
    <Page title={text("pipelines.title")} lead={text("pipelines.lead")} aside={add}>
      <Sheet flush>
        <Answered query={pipelines}>
          {({ items, next }) =>
            items.length === 0 ? (
              <Empty title={text("pipelines.empty")}>{text("pipelines.emptyText")}</Empty>
            ) : (
              <>
                <DataTable caption={text("pipelines.title")} columns={columns} rows={items} idOf={({ id }) => id} />
                <Pager cursors={cursors} next={next} />
              </>
            )
          }
        </Answered>
      </Sheet>
    </Page>
  );
}
