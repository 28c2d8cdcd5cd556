import { useState } from "react";
import { Box, Button, TextField } from "@mui/material";
import type { CampaignView } from "../../../domain/contracts/campaigns.ts";
import { ReceiptSheet } from "../case/ReceiptSheet.tsx";
import { useCampaignCommand } from "../cycles/use-campaign-command.ts";
import { Empty, ProblemNotice } from "../elements/States.tsx";
import { useText } from "../i18n/use-text.ts";

/** Both desks begin in the same way and say it in their own words. */
type Words = "desk" | "listDesk";

export function StartEarly({ campaign, words = "desk" }: { campaign: CampaignView; words?: Words }) {
  const text = useText();
  const opening = campaign.status === "consolidating";
  const { action, sending: start } = useCampaignCommand(campaign, "start-consolidation");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (reason.trim() !== "") start.mutate({ verb: "start-consolidation", reason: reason.trim() });
  };
  const lacking = tried && reason.trim() === "";
  return (
    <Box>
      {opening ? (
        <Empty title={text(`${words}.opening`)}>{text("desk.openingText")}</Empty>
      ) : (
        <Empty title={text(`${words}.notStarted`)}>{text(`${words}.notStartedText`)}</Empty>
      )}
      {start.error && <ProblemNotice error={start.error} />}
      {start.data && <ReceiptSheet receipt={start.data} />}
      {action?.enabled && !start.data && (
        <Box sx={{ display: "grid", gap: 1.5, maxWidth: 520, mx: "auto", pb: 3 }}>
          {text(`${words}.earlyText`)}
          <TextField
            required
            multiline
            label={text("decide.reasonPlain")}
            value={reason}
            error={lacking}
            helperText={lacking ? text("decide.reasonRequired") : undefined}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button variant="contained" disabled={start.isPending} onClick={send}>
            {text(`${words}.early`)}
          </Button>
        </Box>
      )}
      {!opening && action && !action.enabled && action.reason && (
        <Box sx={{ textAlign: "center", pb: 3 }}>{action.reason}</Box>
      )}
    </Box>
  );
}
