import { useMemo, useState } from "react";
import { Box, Button } from "@mui/material";
import type { CaseLineView } from "../../../domain/contracts/case-lines.ts";
import type { CommandRequestBody } from "../../../domain/contracts/cases.ts";
import { blocks } from "../../../domain/funding/funding-problem.ts";
import { overallPosition } from "../../../domain/funding/overall-position.ts";
import { Sheet } from "../elements/Sheet.tsx";
import type { Row } from "../grid/column.ts";
import { DataGrid } from "../grid/DataGrid.tsx";
import { heldIn } from "../grid/sheet.ts";
import { useLanguage, useText } from "../i18n/use-text.ts";
import { CommentField } from "./CommentField.tsx";
import { lineRows } from "./line-rows.ts";
import { opinionProblems, opinionsIn, opinionSpec } from "./opinion-sheet.ts";
import { useProblemMap } from "./use-problem-map.ts";

type Opinion = Extract<CommandRequestBody, { verb: "opine" }>;

interface OpinionFormProps {
  lines: readonly CaseLineView[];
  busy: boolean;
  onSend: (opinion: Opinion) => void;
}

/** What a department would place, line by line; where it stands on the list as a whole follows from that. */
export function OpinionForm({ lines, busy, onSend }: OpinionFormProps) {
  const text = useText();
  const [language] = useLanguage();
  const [comment, setComment] = useState("");
  const [rows, setRows] = useState<readonly Row[]>(() => lineRows(lines, language, text));
  const spec = useMemo(() => opinionSpec(lines.length, text), [lines.length, text]);
  const found = useMemo(() => opinionProblems(lines, rows), [lines, rows]);
  const problems = useProblemMap("lines", found);
  const amounts = opinionsIn(rows);
  const open = lines.length - amounts.length;
  const position = overallPosition(amounts.flatMap((amount) => amount.position ?? []));
  const agreeRest = () => setRows(rows.map((row) => (heldIn(row, "position") === undefined ? agreed(row) : row)));
  const send = () => onSend({ verb: "opine", position, amounts, ...(comment.trim() && { comment }) });
  return (
    <Sheet title={text("lines.opineTitle")}>
      <Button variant="outlined" disabled={open === 0} onClick={agreeRest} sx={{ mb: 1 }}>
        {text("lines.agreeRest", { smart_count: open })}
      </Button>
      <DataGrid
        label={text("lines.table")}
        hint={text("lines.sheetHint")}
        spec={spec}
        rows={rows}
        onRows={setRows}
        problems={problems}
      />
      <Box role="status" sx={{ mt: 2, fontWeight: 600 }}>
        {open === 0 && text("lines.overall", { position: text(`lines.positions.${position}`) })}
      </Box>
      <CommentField label={text("lines.comment")} value={comment} onType={setComment} />
      <div>
        <Button variant="contained" size="large" disabled={busy || blocks(found)} onClick={send}>
          {text("lines.opine")}
        </Button>
      </div>
    </Sheet>
  );
}

const agreed = (row: Row): Row => ({ ...row, position: "agree", amount: heldIn(row, "requested") });
