import { useParams } from "react-router";
import { Page } from "../elements/Page.tsx";
import { Loading, ProblemNotice } from "../elements/States.tsx";
import { Tag } from "../elements/Tag.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import { useText } from "../i18n/use-text.ts";
import { dateTime } from "../time/dates.ts";
import { MigrationItems } from "./MigrationItems.tsx";
import { MigrationProgress } from "./MigrationProgress.tsx";
import { isOver, useMigration } from "./use-migration.ts";

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
      aside={
        <Tag tone={isOver(data) ? "good" : "accent"}>
          {text(isOver(data) ? "migration.finished" : "migration.running")}
        </Tag>
      }
    >
      {error && <ProblemNotice error={error} retry={() => void migration.refetch()} />}
      <MigrationProgress migration={data} />
      <MigrationItems migrationId={migrationId} settled={data.counts.total - data.counts.open} over={isOver(data)} />
    </Page>
  );
}
