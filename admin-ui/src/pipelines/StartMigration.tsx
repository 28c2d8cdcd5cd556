import { useState } from "react";
import {
  Alert,
  AlertTitle,
  Box,
  Button,
  FormControl,
  FormControlLabel,
  FormLabel,
  Radio,
  RadioGroup,
  TextField,
  Typography,
} from "@mui/material";
import { Sheet } from "../elements/Sheet.tsx";
import { ProblemNotice } from "../elements/States.tsx";
import { useText } from "../i18n/use-text.ts";
import { isOutcomeUnknown } from "../providers/api-problem.ts";
import type { Chosen, Order } from "./use-migration-order.ts";
import { useStartMigration } from "./use-start-migration.ts";

interface StartMigrationProps {
  pipelineId: string;
  to: number;
  order: Order;
  total: number;
  chosen: Chosen;
}

export function StartMigration({ pipelineId, to, order, total, chosen }: StartMigrationProps) {
  const text = useText();
  const [which, setWhich] = useState<"all" | "chosen">("all");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const { start, read } = useStartMigration({ pipelineId, to, order, chosen });
  const begin = () => start.mutate({ which, reason: reason.trim() });
  const unknown = start.error !== null && isOutcomeUnknown(start.error);
  const none = which === "chosen" && chosen.size === 0;
  const lacking = reason.trim() === "";
  const send = () => {
    setTried(true);
    if (lacking) return document.getElementById("migrate-reason")?.focus();
    if (!none) begin();
  };
  return (
    <Sheet title={text("migrate.start")}>
      <Box sx={{ display: "grid", gap: 2, maxWidth: 640, justifyItems: "start" }}>
        <FormControl disabled={start.isPending || unknown}>
          <FormLabel id="which-cases">{text("migrate.which")}</FormLabel>
          <RadioGroup
            aria-labelledby="which-cases"
            value={which}
            onChange={(_, next) => setWhich(next as typeof which)}
          >
            <FormControlLabel
              value="all"
              control={<Radio />}
              label={
                <>
                  {text("migrate.all", { smart_count: total })}
                  <Typography variant="caption" component="span" color="text.secondary" sx={{ display: "block" }}>
                    {text("migrate.allNote")}
                  </Typography>
                </>
              }
            />
            <FormControlLabel
              value="chosen"
              control={<Radio />}
              label={text("migrate.chosen", { smart_count: chosen.size })}
            />
          </RadioGroup>
        </FormControl>
        {tried && none && <Alert severity="warning">{text("migrate.chosenNone")}</Alert>}
        <TextField
          required
          multiline
          id="migrate-reason"
          label={text("migrate.reason")}
          value={reason}
          disabled={start.isPending || unknown}
          error={tried && lacking}
          helperText={text(tried && lacking ? "publish.reasonRequired" : "migrate.reasonHelp")}
          onChange={({ target }) => setReason(target.value)}
        />
        {start.error && !unknown && <ProblemNotice error={start.error} />}
        {unknown ? (
          <Alert severity="warning">
            <AlertTitle>{text("migrate.unknown")}</AlertTitle>
            {text("migrate.unknownText")}
            <Box sx={{ mt: 1 }}>
              <Button variant="contained" size="small" onClick={begin}>
                {text("migrate.again")}
              </Button>
            </Box>
          </Alert>
        ) : (
          <Button variant="contained" disabled={start.isPending} onClick={send}>
            {start.isPending
              ? text("migrate.sending", { read, total })
              : text("migrate.submit", { smart_count: which === "all" ? total : chosen.size })}
          </Button>
        )}
      </Box>
    </Sheet>
  );
}
