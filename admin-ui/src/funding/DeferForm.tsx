import { useState } from "react";
import { Box, Button, TextField, Typography } from "@mui/material";
import type { CaseLineView } from "../../../domain/contracts/case-lines.ts";
import { Sheet } from "../elements/Sheet.tsx";
import { useText } from "../i18n/use-text.ts";
import { LineChoice } from "./LineChoice.tsx";
import type { Decisions } from "./LineDecisions.tsx";

interface DeferFormProps {
  /** Lines that wait for the council. */
  lines: readonly CaseLineView[];
  busy: boolean;
  onSend: (decisions: Decisions) => void;
}

/** Lines that wait for the council are handed to the next list, so that the others can be signed. */
export function DeferForm({ lines, busy, onSend }: DeferFormProps) {
  const text = useText();
  const [chosen, setChosen] = useState<readonly string[]>(() => lines.map(({ id }) => id));
  const [reason, setReason] = useState("");
  const send = () =>
    onSend({ verb: "decide-lines", decisions: chosen.map((line) => ({ line, decision: "defer", reason })) });
  return (
    <Sheet title={text("lines.deferTitle")}>
      <Typography color="text.secondary" sx={{ mb: 1.5 }}>
        {text("lines.deferHint")}
      </Typography>
      <Box sx={{ display: "grid", gap: 2 }}>
        <LineChoice legend={text("lines.deferLines")} lines={lines} chosen={chosen} onChange={setChosen} />
        <TextField
          required
          label={text("lines.reason")}
          value={reason}
          slotProps={{ htmlInput: { maxLength: 500 } }}
          onChange={({ target }) => setReason(target.value)}
        />
        <div>
          <Button variant="outlined" disabled={busy || chosen.length === 0 || reason.trim() === ""} onClick={send}>
            {text("lines.defer", { smart_count: chosen.length })}
          </Button>
        </div>
      </Box>
    </Sheet>
  );
}
