import { useState } from "react";
import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField, Typography } from "@mui/material";
import type { CampaignView, MemberView } from "../../../domain/contracts/campaigns.ts";
import { ReceiptSheet } from "../case/ReceiptSheet.tsx";
import { ProblemNotice } from "../elements/States.tsx";
import { useText } from "../i18n/use-text.ts";
import { useCampaignCommand } from "./use-campaign-command.ts";

export type StandingVerb = "exclude" | "include";

interface StandingDialogProps {
  campaign: CampaignView;
  member: MemberView;
  verb: StandingVerb;
  onClose: () => void;
}

export function StandingDialog({ campaign, member, verb, onClose }: StandingDialogProps) {
  const text = useText();
  const { sending } = useCampaignCommand(campaign, verb);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const lacking = tried && reason.trim() === "";
  const confirm = () => {
    setTried(true);
    if (reason.trim() !== "") sending.mutate({ verb, unit: member.unit, reason: reason.trim() });
  };
  const close = (_: object, how: "backdropClick" | "escapeKeyDown") => {
    if (!sending.isPending && !(how === "backdropClick" && reason !== "" && !sending.data)) onClose();
  };
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={close} aria-labelledby="standing-title">
      <DialogTitle id="standing-title">{text(`standing.${verb}Of`, { unit: member.unitName })}</DialogTitle>
      <DialogContent>
        {sending.error && <ProblemNotice error={sending.error} />}
        {sending.data ? (
          <ReceiptSheet receipt={sending.data} />
        ) : (
          <>
            <Typography sx={{ mb: 2 }}>{text(`standing.${verb}Text`)}</Typography>
            <TextField
              required
              multiline
              autoFocus
              minRows={2}
              label={text("standing.reason")}
              value={reason}
              error={lacking}
              helperText={lacking ? text("decide.reasonRequired") : undefined}
              onChange={({ target }) => setReason(target.value)}
            />
          </>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={sending.isPending}>
          {text(sending.data ? "app.close" : "app.cancel")}
        </Button>
        {!sending.data && (
          <Button variant="contained" onClick={confirm} disabled={sending.isPending}>
            {text(`standing.${verb}`)}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
