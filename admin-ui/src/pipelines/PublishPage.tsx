import { useState } from "react";
import { useParams } from "react-router";
import { Page } from "../elements/Page.tsx";
import { Empty, Loading, ProblemNotice } from "../elements/States.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import { useLabel, useText } from "../i18n/use-text.ts";
import { tableOf, useMayAdminister, useVersion, useVersions } from "./queries.ts";
import { Workshop } from "./Workshop.tsx";

export default function PublishPage() {
  const text = useText();
  const { pipelineId } = useParams();
  const mayPublish = useMayAdminister();
  if (!mayPublish) {
    return (
      <Page title={text("publish.title")}>
        <Empty title={text("publish.readOnly")}>{text("publish.readOnlyText")}</Empty>
      </Page>
    );
  }
  if (pipelineId !== undefined) return <ChangePage key={pipelineId} pipelineId={pipelineId} />;
  return (
    <Page
      above={<TextLink to="/pipelines">{text("pipelines.back")}</TextLink>}
      title={text("publish.titleNew")}
      lead={text("publish.leadNew")}
    >
      <Workshop latest={null} />
    </Page>
  );
}

function ChangePage({ pipelineId }: { pipelineId: string }) {
  const text = useText();
  const label = useLabel();
  const versions = useVersions(pipelineId);
  const newest = versions.data?.items[0]?.version;
  // What one writes is made on the version that was the latest when the page was opened, whoever publishes meanwhile.
  const [base, setBase] = useState(newest);
  if (base === undefined && newest !== undefined) setBase(newest);
  const latest = useVersion(pipelineId, base ?? 0);
  const error = versions.error ?? latest.error;
  const name = latest.data ? label(latest.data.name) : pipelineId;
  return (
    <Page
      above={<TextLink to={`/pipelines/${pipelineId}`}>{text("pipelines.backTo", { name })}</TextLink>}
      title={text("publish.title")}
      lead={latest.data && text("publish.lead", { name, version: latest.data.version })}
    >
      {error && <ProblemNotice error={error} retry={() => void versions.refetch()} />}
      {latest.data ? <Workshop latest={tableOf(latest.data)} /> : !error && <Loading />}
    </Page>
  );
}
