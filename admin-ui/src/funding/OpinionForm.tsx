import { useMemo, useState } from "react";
import { Box, Button, FormControl, FormControlLabel, FormLabel, Radio, RadioGroup, TextField } from "@mui/material";
import { positions, type LineAmount, type Position } from "../../../domain/engine/case.ts";
import { blocks } from "../../../domain/funding/funding-problem.ts";
import { Sheet } from "../elements/Sheet.tsx";
import type { Row } from "../grid/column.ts";
import { DataGrid } from "../grid/DataGrid.tsx";
import { heldIn } from "../grid/sheet.ts";
import { useLanguage, useText } from "../i18n/use-text.ts";
import { amountsIn, lineRows, opinionProblems, opinionSpec, type OfferedLine } from "./line-sheets.ts";
import { useProblemMap } from "./use-problem-map.ts";

export interface Opinion {
  readonly position: Position;
  readonly comment: string;
  readonly amounts: LineAmount[];
}

/** What a department would place, line by line, and where it stands on the list as a whole. */
export function OpinionForm({ lines, onSend }: { lines: readonly OfferedLine[]; onSend: (opinion: Opinion) => void }) {
  const text = useText();
  const [language] = useLanguage();
  const [position, setPosition] = useState<Position>("agree");
  const [comment, setComment] = useState("");
  const [rows, setRows] = useState<readonly Row[]>(() => lineRows(lines, language));
  const spec = useMemo(() => opinionSpec(lines.length, text), [lines.length, text]);
  const found = useMemo(() => opinionProblems(lines, rows, position), [lines, rows, position]);
  const problems = useProblemMap("lines", found);
  const owed = found.filter(({ code }) => code === "required").length;
  // An objection to the whole list without a word of explanation helps nobody who must answer it.
  const silent = position !== "agree" && comment.trim() === "";
  const asRequested = () =>
    setRows(
      rows.map((row) => (heldIn(row, "amount") === undefined ? { ...row, amount: heldIn(row, "requested") } : row)),
    );
  return (
    <Sheet title={text("lines.opineTitle")}>
      <FormControl component="fieldset">
        <FormLabel component="legend">{text("lines.position")}</FormLabel>
        <RadioGroup value={position} onChange={(_, next) => setPosition(next as Position)}>
          {positions.map((value) => (
            <FormControlLabel key={value} value={value} control={<Radio />} label={text(`lines.positions.${value}`)} />
          ))}
        </RadioGroup>
      </FormControl>
      <TextField
        multiline
        minRows={2}
        label={text("lines.comment")}
        required={position !== "agree"}
        value={comment}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
        onChange={({ target }) => setComment(target.value)}
        sx={{ my: 2 }}
      />
      <Button variant="outlined" disabled={owed === 0} onClick={asRequested}>
        {text("lines.agreeRest", { smart_count: owed })}
      </Button>
      <DataGrid label={text("lines.table")} spec={spec} rows={rows} onRows={setRows} problems={problems} />
      <Box sx={{ mt: 2 }}>
        <Button
          variant="contained"
          size="large"
          disabled={blocks(found) || silent}
          onClick={() => onSend({ position, comment, amounts: amountsIn(rows) })}
        >
          {text("lines.opine")}
        </Button>
      </Box>
    </Sheet>
  );
}
