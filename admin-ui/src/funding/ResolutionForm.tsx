import { useState } from "react";
import { Box, Button, TextField } from "@mui/material";
import type { CaseLineView } from "../../../domain/contracts/case-lines.ts";
import type { CommandRequestBody } from "../../../domain/contracts/cases.ts";
import { Sheet } from "../elements/Sheet.tsx";
import { useText } from "../i18n/use-text.ts";
import { LineChoice } from "./LineChoice.tsx";

type Resolved = Extract<CommandRequestBody, { verb: "resolve-lines" }>;
type Resolution = Resolved["resolution"];

interface ResolutionFormProps {
  /** Lines that wait for the council. */
  lines: readonly CaseLineView[];
  busy: boolean;
  onSend: (resolved: Resolved) => void;
}

/** Nghị quyết: cited as an official paper is, with the lines it settles. */
export function ResolutionForm({ lines, busy, onSend }: ResolutionFormProps) {
  const text = useText();
  const [chosen, setChosen] = useState<readonly string[]>(() => lines.map(({ id }) => id));
  const [resolution, setResolution] = useState<Resolution>({
    number: "",
    date: "",
    issuer: text("lines.council"),
    abstract: "",
  });
  const incomplete = Object.values(resolution).some((part) => part.trim() === "");
  const field = (key: keyof Resolution, maxLength: number) => (
    <TextField
      required
      type={key === "date" ? "date" : "text"}
      label={text(`lines.${key}`)}
      value={resolution[key]}
      slotProps={{ htmlInput: { maxLength }, ...(key === "date" && { inputLabel: { shrink: true } }) }}
      onChange={({ target }) => setResolution({ ...resolution, [key]: target.value })}
    />
  );
  return (
    <Sheet title={text("lines.resolveTitle")}>
      <Box sx={{ display: "grid", gap: 2 }}>
        <Box sx={{ display: "grid", gap: 2, gridTemplateColumns: { sm: "1fr 1fr 1fr" } }}>
          {field("number", 60)}
          {field("date", 10)}
          {field("issuer", 200)}
        </Box>
        {field("abstract", 500)}
        <LineChoice legend={text("lines.resolveLines")} lines={lines} chosen={chosen} onChange={setChosen} />
        <div>
          <Button
            variant="contained"
            size="large"
            disabled={busy || incomplete || chosen.length === 0}
            onClick={() => onSend({ verb: "resolve-lines", lines: [...chosen], resolution })}
          >
            {text("lines.resolve")}
          </Button>
        </div>
      </Box>
    </Sheet>
  );
}
