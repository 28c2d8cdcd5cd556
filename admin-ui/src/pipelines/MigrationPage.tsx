import { Box, Button, LinearProgress, Typography } from "@mui/material";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import type { MigrationItemView, MigrationView } from "../../../domain/contracts/pipelines.ts";
import { DataTable, type Column } from "../elements/DataTable.tsx";
import { Facts } from "../elements/Facts.tsx";
import { Page } from "../elements/Page.tsx";
import { Pager, useCursors } from "../elements/Pager.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { Answered, Empty, Loading, ProblemNotice } from "../elements/States.tsx";
import { Tag } from "../elements/Tag.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import { useText } from "../i18n/use-text.ts";
import { useProvider } from "../providers/use-provider.ts";
import type { Tone } from "../theme/palette.ts";
import { dateTime } from "../time/dates.ts";
import { count } from "../time/numbers.ts";
import { ConfirmMigration } from "./ConfirmMigration.tsx";
import { useVersions } from "./queries.ts";

const POLL_MS = 2_000;

function useMigration(migrationId: string) {
  const provider = useProvider();
  return useQuery({
    queryKey: ["migration", migrationId],
    queryFn: () => provider.getMigration(migrationId),
    refetchInterval: ({ state: { data } }) => (data && isOver(data) ? false : POLL_MS),
  });
}

const isOver = ({ status, counts }: MigrationView): boolean =>
  status === "declined" || (status === "finished" && counts.open === 0);

const statusTones: Record<MigrationView["status"], Tone> = {
  "awaiting-confirmation": "soon",
  running: "accent",
  finished: "good",
  declined: "neutral",
};

export default function MigrationPage() {
  const text = useText();
  const { pipelineId = "", migrationId = "" } = useParams();
  const migration = useMigration(migrationId);
  const back = <TextLink to={`/pipelines/${pipelineId}`}>{text("pipelines.migrations")}</TextLink>;
  const { data, error } = migration;
  if (!data) {
    return (
      <Page title={text("pipelines.migrations")} above={back}>
        {error ? <ProblemNotice error={error} retry={() => void migration.refetch()} /> : <Loading />}
      </Page>
    );
  }
  return (
    <Page
      above={back}
      title={text("migration.title", { version: data.toVersion })}
      lead={text("migration.lead", { by: data.by, time: dateTime(data.createdAt) })}
      aside={<Tag tone={statusTones[data.status]}>{text(`migration.status.${data.status}`)}</Tag>}
    >
      {error && <ProblemNotice error={error} retry={() => void migration.refetch()} />}
      {data.status === "awaiting-confirmation" && <ConfirmMigration migration={data} />}
      <Progress migration={data} />
      <Items migrationId={migrationId} settled={data.counts.total - data.counts.open} over={isOver(data)} />
    </Page>
  );
}

function Progress({ migration }: { migration: MigrationView }) {
  const text = useText();
  const { counts, reason, timers, pipelineId, toVersion } = migration;
  const behind = useVersions(pipelineId).data?.items.some(
    ({ version, openCases }) => version < toVersion && openCases > 0,
  );
  const settled = counts.total - counts.open;
  const left = counts.refused + counts.notPreviewed;
  const said = text("migration.progress", { settled: count(settled), total: count(counts.total) });
  return (
    <Sheet>
      <Typography role="status" sx={{ fontWeight: 600, mb: 1 }}>
        {said}
      </Typography>
      <LinearProgress
        variant="determinate"
        aria-label={said}
        value={counts.total === 0 ? 100 : (settled / counts.total) * 100}
        sx={{ height: 8, borderRadius: 4, mb: 2.5 }}
      />
      <Facts
        facts={[
          [text("migration.done"), count(counts.done)],
          [text("migration.refused"), count(counts.refused)],
          [text("migration.notPreviewed"), count(counts.notPreviewed)],
          [text("migration.open"), count(counts.open)],
          [text("migrate.timers"), text(`migrate.${timers}`)],
          [text("migrate.reason"), reason],
        ]}
      />
      {isOver(migration) && left > 0 && behind && (
        <Box sx={{ mt: 2.5 }}>
          <Button component={Link} to={`/pipelines/${pipelineId}/migrate?to=${toVersion}`} variant="outlined">
            {text("migration.again")}
          </Button>
        </Box>
      )}
    </Sheet>
  );
}

const tones: Record<MigrationItemView["outcome"], Tone> = {
  open: "neutral",
  accepted: "good",
  refused: "late",
  "not-carried-out": "soon",
  "not-previewed": "soon",
};

function useColumns(): Column<MigrationItemView>[] {
  const text = useText();
  return [
    {
      key: "case",
      label: text("migration.case"),
      head: true,
      cell: ({ caseId, title, unitName }) => (
        <>
          <TextLink to={`/cases/${caseId}`}>{title}</TextLink>
          {!title.includes(unitName) && <Box sx={{ color: "text.secondary", fontWeight: 400 }}>{unitName}</Box>}
        </>
      ),
    },
    {
      key: "result",
      label: text("migration.result"),
      whole: true,
      cell: ({ outcome }) => <Tag tone={tones[outcome]}>{text(`migration.outcome.${outcome}`)}</Tag>,
    },
    { key: "why", label: text("migration.why"), cell: ({ message }) => message },
  ];
}

interface ItemsProps {
  migrationId: string;
  /** So many have a result by now: with each more the list is read again. */
  settled: number;
  over: boolean;
}

function Items({ migrationId, settled, over }: ItemsProps) {
  const text = useText();
  const provider = useProvider();
  const cursors = useCursors();
  const columns = useColumns();
  const items = useQuery({
    queryKey: ["migration", migrationId, "items", cursors.cursor ?? "", settled],
    queryFn: () => provider.listMigrationItems(migrationId, cursors.cursor),
    placeholderData: keepPreviousData,
    refetchInterval: over ? false : POLL_MS,
  });
  return (
    <Sheet flush title={text("migration.results")}>
      <Answered query={items}>
        {({ items: rows, next }) =>
          rows.length === 0 ? (
            <Empty title={text("migration.empty")}>{text("migration.emptyText")}</Empty>
          ) : (
            <>
              <DataTable
                caption={text("migration.results")}
                columns={columns}
                rows={rows}
                idOf={({ caseId }) => caseId}
              />
              <Pager cursors={cursors} next={next} />
            </>
          )
        }
      </Answered>
    </Sheet>
  );
}
