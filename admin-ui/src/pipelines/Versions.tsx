import { Box, Button } from "@mui/material";
import { Link } from "react-router";
import type { infer as Infer } from "zod";
import type { pipelineVersionSchema } from "../../../domain/contracts/pipelines.ts";
import { DataTable, type Column } from "../elements/DataTable.tsx";
import { Pager, useCursors } from "../elements/Pager.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { Answered, Empty } from "../elements/States.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import { useText } from "../i18n/use-text.ts";
import { dateTime } from "../time/dates.ts";
import { count } from "../time/numbers.ts";
import { useMayAdminister, useVersions } from "./queries.ts";

type Version = Infer<typeof pipelineVersionSchema>;

interface VersionsProps {
  pipelineId: string;
  shown: number;
  latest: number;
}

function useColumns({ pipelineId, shown, latest }: VersionsProps): Column<Version>[] {
  const text = useText();
  return [
    {
      key: "version",
      label: text("pipelines.version"),
      head: true,
      cell: ({ version }) => (
        <Box component="span" {...(version === shown && { "aria-current": "true" as const })}>
          <TextLink to={`/pipelines/${pipelineId}?version=${version}`}>
            {text("pipelines.versionOf", { version })}
          </TextLink>
          {version === latest && ` (${text("pipelines.latest")})`}
        </Box>
      ),
    },
    { key: "at", label: text("pipelines.publishedAt"), whole: true, cell: (row) => dateTime(row.publishedAt) },
    {
      key: "by",
      label: text("pipelines.publishedBy"),
      cell: ({ publishedBy }) => publishedBy ?? text("pipelines.shipped"),
    },
    { key: "why", label: text("pipelines.reason"), cell: ({ reason }) => reason },
    { key: "open", label: text("pipelines.openCases"), numeric: true, cell: ({ openCases }) => count(openCases) },
  ];
}

export function Versions(props: VersionsProps) {
  const { pipelineId, latest } = props;
  const text = useText();
  const cursors = useCursors();
  const versions = useVersions(pipelineId, cursors.cursor);
  const columns = useColumns(props);
  const mayMigrate = useMayAdminister();
  return (
    <Sheet flush title={text("pipelines.versions")}>
      <Answered query={versions}>
        {({ items, next }) => {
          const behind = items.filter(({ version }) => version < latest).reduce((sum, one) => sum + one.openCases, 0);
          if (items.length === 0) return <Empty title={text("pipelines.versionsEmpty")} />;
          return (
            <>
              <DataTable
                caption={text("app.tableOf", { name: text("pipelines.versions") })}
                columns={columns}
                rows={items}
                idOf={({ version }) => String(version)}
              />
              {behind > 0 && (
                <Box sx={behindStyle}>
                  {text("pipelines.older", { smart_count: behind })}
                  {mayMigrate && (
                    <Button component={Link} to={`/pipelines/${pipelineId}/migrate?to=${latest}`} variant="outlined">
                      {text("publish.migrate")}
                    </Button>
                  )}
                </Box>
              )}
              <Pager cursors={cursors} next={next} />
            </>
          );
        }}
      </Answered>
    </Sheet>
  );
}

const behindStyle = {
  display: "flex",
  flexWrap: "wrap",
  gap: 1.5,
  alignItems: "center",
  px: 2.5,
  py: 1.5,
  borderTop: 1,
  borderColor: "divider",
  fontSize: "0.875rem",
} as const;
