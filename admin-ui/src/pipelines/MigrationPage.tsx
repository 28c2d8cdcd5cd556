import { useParams } from "react-router";
import { Page } from "../elements/Page.tsx";
import { Loading, ProblemNotice } from "../elements/States.tsx";
import { Tag } from "../elements/Tag.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import { useText } from "../i18n/use-text.ts";
import { dateTime } from "../time/dates.ts";
import type { MigrationView } from "../../../domain/contracts/pipelines.ts";
import type { Tone } from "../theme/palette.ts";
import { ConfirmMigration } from "./ConfirmMigration.tsx";
import { MigrationItems } from "./MigrationItems.tsx";
import { MigrationProgress } from "./MigrationProgress.tsx";
import { isOver, useMigration } from "./use-migration.ts";

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
      <MigrationProgress migration={data} />
      <MigrationItems migrationId={migrationId} settled={data.counts.total - data.counts.open} over={isOver(data)} />
    </Page>
  );
}
