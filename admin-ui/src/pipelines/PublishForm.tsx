import { useState } from "react";
import { Alert, AlertTitle, Box, Button, TextField } from "@mui/material";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "react-router";
import type { Pipeline } from "../../../domain/engine/pipeline.ts";
import { Sheet } from "../elements/Sheet.tsx";
import { ProblemNotice } from "../elements/States.tsx";
import { useText } from "../i18n/use-text.ts";
import { isProblem } from "../providers/api-problem.ts";
import { useProvider } from "../providers/use-provider.ts";
import { tableOf, versionQuery } from "./queries.ts";
import type { usePublication } from "./use-publication.ts";
import type { Uploaded } from "./written-table.ts";

interface PublishFormProps {
  work: ReturnType<typeof usePublication>;
  table: Pipeline;
  base: Pipeline | null;
  uploaded: Uploaded;
  publishable: boolean;
  onRebase: (latest: Pipeline) => void;
}

export function PublishForm({ work, table, base, uploaded, publishable, onRebase }: PublishFormProps) {
  const text = useText();
  const { publish } = work;
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const elsewhere = base !== null && base.id !== table.id;
  const lacking = tried && reason.trim() === "";
  const send = () => {
    setTried(true);
    if (reason.trim() === "") return document.getElementById("publish-reason")?.focus();
    publish.mutate({ table: uploaded, basedOn: base?.version ?? 0, reason: reason.trim() });
  };
  if (publish.data) return <Published id={publish.data.id} version={publish.data.version} />;
  return (
    <Sheet title={text("publish.formTitle")}>
      {elsewhere && (
        <Alert severity="error" sx={{ mb: 2 }}>
          {text("publish.otherPipeline", { id: table.id, expected: base.id })}
        </Alert>
      )}
      <Box sx={{ display: "grid", gap: 2, maxWidth: 640, justifyItems: "start" }}>
        <TextField
          required
          multiline
          id="publish-reason"
          label={text("publish.reason")}
          value={reason}
          error={lacking}
          helperText={text(lacking ? "publish.reasonRequired" : "publish.reasonHelp")}
          onChange={({ target }) => setReason(target.value)}
        />
        {publish.error && (
          <Box sx={{ width: "100%" }}>
            <ProblemNotice error={publish.error} />
            {base && isProblem(publish.error, "pipeline-moved-on") && (
              <Rebase id={base.id} onRebase={onRebase} work={work} />
            )}
          </Box>
        )}
        <Button variant="contained" disabled={!publishable || elsewhere || publish.isPending} onClick={send}>
          {base ? text("publish.submit", { version: base.version + 1 }) : text("publish.submitNew")}
        </Button>
      </Box>
    </Sheet>
  );
}

/** Somebody was faster: what they changed becomes the base, and what one has written is held against it. */
function Rebase({ id, work, onRebase }: { id: string } & Pick<PublishFormProps, "work" | "onRebase">) {
  const text = useText();
  const provider = useProvider();
  const client = useQueryClient();
  const rebase = async () => {
    const { items } = await provider.listPipelineVersions(id);
    const latest = await client.fetchQuery(versionQuery(provider, id, items[0]?.version ?? 0));
    onRebase(tableOf(latest));
    work.publish.reset();
  };
  return (
    <Button variant="outlined" sx={{ mt: 1.5 }} onClick={() => void rebase()}>
      {text("publish.rebase")}
    </Button>
  );
}

function Published({ id, version }: { id: string; version: number }) {
  const text = useText();
  return (
    <Alert severity="success" role="status">
      <AlertTitle>{text("publish.done", { version })}</AlertTitle>
      {text("publish.doneText")}
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, mt: 1.5 }}>
        <Button component={Link} to={`/pipelines/${id}?version=${version}`} variant="contained" size="small">
          {text("publish.open", { version })}
        </Button>
        {version > 1 && (
          <Button component={Link} to={`/pipelines/${id}/migrate?to=${version}`} variant="outlined" size="small">
            {text("publish.migrate")}
          </Button>
        )}
      </Box>
    </Alert>
  );
}
