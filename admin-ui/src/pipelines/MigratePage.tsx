import { useParams, useSearchParams } from "react-router";
import { useState } from "react";
import { Page } from "../elements/Page.tsx";
import { Loading, ProblemNotice } from "../elements/States.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import { useLabel, useText } from "../i18n/use-text.ts";
import { MigrationOrder } from "./MigrationOrder.tsx";
import { PreviewList } from "./PreviewList.tsx";
import { useVersions } from "./queries.ts";
import { StartMigration } from "./StartMigration.tsx";
import { useMigrationOrder, type Chosen } from "./use-migration-order.ts";

export default function MigratePage() {
  const text = useText();
  const { pipelineId = "" } = useParams();
  const [search] = useSearchParams();
  const versions = useVersions(pipelineId);
  const to = Number(search.get("to")) || (versions.data?.items[0]?.version ?? 0);
  if (to > 0) return <Migrate key={to} pipelineId={pipelineId} to={to} />;
  return (
    <Page title={text("pipelines.title")}>
      {versions.error ? <ProblemNotice error={versions.error} retry={() => void versions.refetch()} /> : <Loading />}
    </Page>
  );
}

function Migrate({ pipelineId, to }: { pipelineId: string; to: number }) {
  const text = useText();
  const label = useLabel();
  const work = useMigrationOrder(pipelineId, to);
  const [chosen, setChosen] = useState<Chosen>(new Map());
  const [total, setTotal] = useState<number | null>(null);
  const { target, versions } = work;
  const name = target.data ? label(target.data.name) : pipelineId;
  const error = target.error ?? versions.error;
  return (
    <Page
      above={<TextLink to={`/pipelines/${pipelineId}`}>{text("pipelines.backTo", { name })}</TextLink>}
      title={text("migrate.title", { version: to })}
      lead={`${name}. ${text("migrate.lead")}`}
    >
      {error && <ProblemNotice error={error} retry={() => void target.refetch()} />}
      {!target.data && !error && <Loading />}
      {target.data && (
        <>
          <MigrationOrder work={work} pipelineId={pipelineId} to={to} />
          <PreviewList {...{ pipelineId, to, chosen }} order={work.order} onChoose={setChosen} onTotal={setTotal} />
          {total !== null && total > 0 && <StartMigration {...{ pipelineId, to, total, chosen }} order={work.order} />}
        </>
      )}
    </Page>
  );
}
