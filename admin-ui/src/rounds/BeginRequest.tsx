import { useState } from "react";
import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  LinearProgress,
  TextField,
  Typography,
} from "@mui/material";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import type { CampaignView } from "../../../domain/contracts/campaigns.ts";
import { ProblemNotice } from "../elements/States.tsx";
import { useText } from "../i18n/use-text.ts";
import { isOutcomeUnknown } from "../providers/api-problem.ts";
import { newCommandId } from "../providers/command-id.ts";
import { useProvider } from "../providers/use-provider.ts";

/** Offered to those who draft for an agency while the round takes requests; the server says for which units. */
export function BeginRequest({ round, prominent = false }: { round: CampaignView; prominent?: boolean }) {
  const text = useText();
  const [asking, setAsking] = useState(false);
  if (round.begins.length === 0) return null;
  return (
    <>
      <Button variant={prominent ? "contained" : "outlined"} onClick={() => setAsking(true)}>
        {text("rounds.begin")}
      </Button>
      {asking && <BeginDialog round={round} onClose={() => setAsking(false)} />}
    </>
  );
}

function BeginDialog({ round, onClose }: { round: CampaignView; onClose: () => void }) {
  const text = useText();
  const provider = useProvider();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [id, setId] = useState(newCommandId);
  const [unit, setUnit] = useState(round.begins[0]?.unit ?? "");
  const begin = useMutation({
    mutationFn: () => provider.beginRequest(round.id, id, unit),
    onSuccess: ({ caseId, ready }) => {
      void client.invalidateQueries();
      if (ready) void navigate(`/cases/${caseId}/draft`);
    },
    // An answer that never came keeps its id: sent again, it is the same request.
    onError: (error) => !isOutcomeUnknown(error) && setId(newCommandId()),
  });
  const later = begin.data?.ready === false;
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={begin.isPending ? undefined : onClose} aria-labelledby="begin-title">
      <DialogTitle id="begin-title">{text("rounds.beginFor")}</DialogTitle>
      <DialogContent sx={{ display: "grid", gap: 2 }}>
        <Typography sx={{ fontWeight: 600 }}>{round.round?.name}</Typography>
        <Typography variant="body2">{text("rounds.beginText")}</Typography>
        <TextField
          select
          label={text("rounds.chooseUnit")}
          value={unit}
          disabled={begin.isPending || later}
          slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
          onChange={(event) => setUnit(event.target.value)}
        >
          {round.begins.map((own) => (
            <option key={own.unit} value={own.unit}>
              {own.unitName}
            </option>
          ))}
        </TextField>
        {begin.isPending && <LinearProgress aria-label={text("rounds.beginning")} />}
        {begin.error && <ProblemNotice error={begin.error} />}
        {later && <Alert severity="info">{text("rounds.beginLater")}</Alert>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={begin.isPending}>
          {text(later ? "app.close" : "app.cancel")}
        </Button>
        {!later && (
          <Button variant="contained" disabled={begin.isPending} onClick={() => begin.mutate()}>
            {text("rounds.begin")}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
