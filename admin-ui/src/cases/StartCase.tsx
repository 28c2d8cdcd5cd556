import { useState } from "react";
import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  TextField,
  Typography,
} from "@mui/material";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { endpoints } from "../../../domain/contracts/index.ts";
import { ProblemNotice } from "../elements/States.tsx";
import { useLabel, useText } from "../i18n/use-text.ts";
import { call, type Answer } from "../providers/api-client.ts";
import { newCommandId } from "../providers/command-id.ts";

type Start = Answer<typeof endpoints.listCaseStarts>[number];

/** For those whose post drafts in a pipeline of the province's own. */
export function StartCase() {
  const text = useText();
  const [asking, setAsking] = useState(false);
  const starts = useQuery({
    queryKey: ["case-starts"],
    queryFn: ({ signal }) => call(endpoints.listCaseStarts, { signal }),
  });
  if (!starts.data || starts.data.length === 0) return null;
  return (
    <>
      <Button variant="contained" onClick={() => setAsking(true)}>
        {text("paper.start")}
      </Button>
      {asking && <StartDialog starts={starts.data} onClose={() => setAsking(false)} />}
    </>
  );
}

function useOpening() {
  const navigate = useNavigate();
  const client = useQueryClient();
  // Sent again, it is the same case.
  const [id] = useState(newCommandId);
  return useMutation({
    mutationFn: ({ pipelineId, unit, title }: Pick<Start, "pipelineId" | "unit"> & { title: string }) =>
      call(endpoints.openCase, { body: { id, pipelineId, unit, title } }),
    onSuccess: async ({ caseId, ready }) => {
      await client.invalidateQueries();
      if (ready) void navigate(`/cases/${caseId}/draft`);
    },
  });
}

function StartDialog({ starts, onClose }: { starts: readonly Start[]; onClose: () => void }) {
  const text = useText();
  const label = useLabel();
  const open = useOpening();
  const [at, setAt] = useState(0);
  const [title, setTitle] = useState("");
  const [tried, setTried] = useState(false);
  const start = starts[at];
  const lacking = tried && title.trim() === "";
  const confirm = () => {
    setTried(true);
    if (start && title.trim() !== "") open.mutate({ ...start, title });
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="start-title">
      <DialogTitle id="start-title">{text("paper.start")}</DialogTitle>
      <DialogContent>
        <Typography variant="body2" color="text.secondary" sx={{ mb: 2 }}>
          {text("paper.startText")}
        </Typography>
        <Box sx={{ display: "grid", gap: 2 }}>
          <TextField
            select
            label={text("paper.pipeline")}
            slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
            value={at}
            helperText={start && text("paper.sections", { sections: start.sections.join("; ") })}
            onChange={({ target }) => setAt(Number(target.value))}
          >
            {starts.map(({ pipelineId, name, unit, unitName }, index) => (
              <option key={`${pipelineId} ${unit}`} value={index}>
                {text("paper.pipelineOption", { name: label(name), unit: unitName })}
              </option>
            ))}
          </TextField>
          <TextField
            required
            label={text("paper.caseTitle")}
            value={title}
            error={lacking}
            helperText={lacking && text("paper.titleRequired")}
            slotProps={{ htmlInput: { maxLength: 200 } }}
            onChange={(event) => setTitle(event.target.value)}
          />
        </Box>
        {open.error && <ProblemNotice error={open.error} />}
        {open.data && !open.data.ready && (
          <Alert severity="info" sx={{ mt: 2 }}>
            {text("paper.later")}
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{text(open.data ? "app.close" : "app.cancel")}</Button>
        {!open.data && (
          <Button variant="contained" disabled={open.isPending} onClick={confirm}>
            {text(open.isPending ? "paper.opening" : "paper.start")}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
