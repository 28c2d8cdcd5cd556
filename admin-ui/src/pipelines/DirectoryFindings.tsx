import { Typography } from "@mui/material";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { DirectoryFindingView } from "../../../domain/contracts/pipelines.ts";
import type { Pipeline } from "../../../domain/engine/pipeline.ts";
import { DataTable, type Column } from "../elements/DataTable.tsx";
import { Pager, useCursors } from "../elements/Pager.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { Answered, Empty } from "../elements/States.tsx";
import { useText } from "../i18n/use-text.ts";
import { useProvider } from "../providers/use-provider.ts";
import { dateTime } from "../time/dates.ts";
import { FindingTag } from "./FindingTag.tsx";
import { stepName } from "./tongue.ts";
import { useTongue } from "./use-step-words.ts";

function useColumns(table: Pipeline): Column<DirectoryFindingView>[] {
  const text = useText();
  const tongue = useTongue();
  return [
    {
      key: "unit",
      label: text("pipelines.people.unit"),
      head: true,
      cell: ({ unitName, step }) => unitName || (step !== null && stepName(table, step, tongue)),
    },
    { key: "step", label: text("pipelines.step"), cell: ({ step }) => step !== null && stepName(table, step, tongue) },
    {
      key: "what",
      label: text("pipelines.people.what"),
      cell: ({ severity, message }) => (
        <>
          <FindingTag severity={severity} /> {message}
        </>
      ),
    },
    { key: "since", label: text("pipelines.people.since"), whole: true, cell: ({ since }) => dateTime(since) },
  ];
}

/** Steps of the latest version that nobody in some agency could take today. */
export function DirectoryFindings({ pipelineId, table }: { pipelineId: string; table: Pipeline }) {
  const text = useText();
  const provider = useProvider();
  const cursors = useCursors();
  const columns = useColumns(table);
  const found = useQuery({
    queryKey: ["pipeline", pipelineId, "people", cursors.cursor ?? ""],
    queryFn: () => provider.listPipelineFindings(pipelineId, cursors.cursor),
    placeholderData: keepPreviousData,
  });
  return (
    <Sheet flush title={text("pipelines.people.title")}>
      <Typography variant="body2" color="text.secondary" sx={{ px: { xs: 2, sm: 2.5 }, pb: 1.5 }}>
        {text("pipelines.people.text")}
      </Typography>
      <Answered query={found}>
        {({ items, next, checkedAt }) =>
          items.length === 0 && cursors.page === 1 ? (
            <NothingFound checkedAt={checkedAt} />
          ) : (
            <>
              <DataTable
                caption={text("app.tableOf", { name: text("pipelines.people.title") })}
                columns={columns}
                rows={items}
                idOf={({ unit, step, code }) => `${unit} ${step} ${code}`}
              />
              <Pager cursors={cursors} next={next} />
            </>
          )
        }
      </Answered>
    </Sheet>
  );
}

/** An empty list of somebody who has not looked is no good news. */
function NothingFound({ checkedAt }: { checkedAt: string | null }) {
  const text = useText();
  if (checkedAt === null) {
    return <Empty title={text("pipelines.people.never")}>{text("pipelines.people.neverText")}</Empty>;
  }
  return (
    <Empty title={text("pipelines.people.none")}>{text("pipelines.directoryAt", { time: dateTime(checkedAt) })}</Empty>
  );
}
