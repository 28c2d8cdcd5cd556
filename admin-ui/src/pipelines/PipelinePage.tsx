import { Alert, Button, TextField } from "@mui/material";
import { Link, useParams, useSearchParams } from "react-router";
import type { PipelineVersionDetail } from "../../../domain/contracts/pipelines.ts";
import { Facts } from "../elements/Facts.tsx";
import { Page } from "../elements/Page.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { Loading, ProblemNotice } from "../elements/States.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import { useLabel, useText } from "../i18n/use-text.ts";
import { dateTime } from "../time/dates.ts";
import { count } from "../time/numbers.ts";
import { DirectoryFindings } from "./DirectoryFindings.tsx";
import { Findings } from "./Findings.tsx";
import { Migrations } from "./Migrations.tsx";
import { tableOf, useMayAdminister, useVersion, useVersions } from "./queries.ts";
import { Steps } from "./Steps.tsx";
import { useCounts } from "./use-counts.ts";
import { Versions } from "./Versions.tsx";

export default function PipelinePage() {
  const text = useText();
  const { pipelineId = "" } = useParams();
  const [search] = useSearchParams();
  const versions = useVersions(pipelineId);
  const latest = versions.data?.items[0]?.version ?? 0;
  const chosen = Number(search.get("version")) || latest;
  const version = useVersion(pipelineId, chosen);
  const error = versions.error ?? version.error;
  if (version.data) return <VersionSheets key={chosen} detail={version.data} latest={latest} />;
  const retry = () => void Promise.all([versions.refetch(), version.refetch()]);
  return (
    <Page title={text("pipelines.title")} above={<TextLink to="/pipelines">{text("pipelines.back")}</TextLink>}>
      {error ? <ProblemNotice error={error} retry={retry} /> : <Loading />}
    </Page>
  );
}

function VersionChoice({ detail }: { detail: PipelineVersionDetail }) {
  const text = useText();
  const [, setSearch] = useSearchParams();
  const versions = useVersions(detail.id);
  const known = versions.data?.items.map(({ version }) => version) ?? [];
  const all = known.includes(detail.version) ? known : [...known, detail.version];
  return (
    <TextField
      select
      label={text("pipelines.chooseVersion")}
      value={detail.version}
      sx={{ width: 230 }}
      slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
      onChange={({ target }) => setSearch({ version: target.value })}
    >
      {all.map((version, index) => (
        <option key={version} value={version}>
          {text("pipelines.versionOf", { version })}
          {index === 0 && ` (${text("pipelines.latest")})`}
        </option>
      ))}
    </TextField>
  );
}

function VersionSheets({ detail, latest }: { detail: PipelineVersionDetail; latest: number }) {
  const text = useText();
  const label = useLabel();
  const mayPublish = useMayAdminister();
  const table = tableOf(detail);
  const counts = useCounts(detail.id, detail.version);
  const { publishedBy, reason } = detail;
  return (
    <Page
      above={<TextLink to="/pipelines">{text("pipelines.back")}</TextLink>}
      title={label(detail.name)}
      lead={<code>{detail.id}</code>}
      aside={
        <>
          <VersionChoice detail={detail} />
          {mayPublish && (
            <Button component={Link} to={`/pipelines/${detail.id}/edit`} variant="contained">
              {text("pipelines.edit")}
            </Button>
          )}
        </>
      }
    >
      {detail.version < latest && (
        <Alert severity="info" sx={{ mb: 2.5 }}>
          {text("pipelines.notLatest", { latest })}
        </Alert>
      )}
      <Sheet>
        <Facts
          facts={[
            [text("pipelines.version"), detail.version],
            [text("pipelines.publishedAt"), dateTime(detail.publishedAt)],
            [text("pipelines.publishedBy"), publishedBy ?? text("pipelines.shipped")],
            ...(reason === "" ? [] : [[text("pipelines.reason"), reason] as const]),
            [text("pipelines.openCases"), count(detail.openCases)],
            [text("pipelines.hash"), <code key="hash">{detail.hash.slice(0, 12)}</code>],
          ]}
        />
      </Sheet>
      <Steps table={table} counts={counts.data} findings={detail.findings} />
      <Sheet title={text("pipelines.finding.title")} flush>
        <Findings findings={detail.findings} table={table} />
      </Sheet>
      <DirectoryFindings pipelineId={detail.id} table={table} />
      <Versions pipelineId={detail.id} shown={detail.version} latest={latest} />
      <Migrations pipelineId={detail.id} />
    </Page>
  );
}
