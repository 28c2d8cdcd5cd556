import { useMemo, useState } from "react";
import { Box, Button, Typography } from "@mui/material";
import type { CaseLineView } from "../../../domain/contracts/case-lines.ts";
import type { CommandRequestBody } from "../../../domain/contracts/cases.ts";
import { blocks } from "../../../domain/funding/funding-problem.ts";
import { Sheet } from "../elements/Sheet.tsx";
import type { Row } from "../grid/column.ts";
import { DataGrid } from "../grid/DataGrid.tsx";
import { heldIn } from "../grid/sheet.ts";
import { useLanguage, useText } from "../i18n/use-text.ts";
import { CommentField } from "./CommentField.tsx";
import { appraisedOf, lineRows } from "./line-rows.ts";
import { proposalProblems, proposalsIn, proposalSpec } from "./proposal-sheet.ts";
import { useProblemMap } from "./use-problem-map.ts";

type Approval = Extract<CommandRequestBody, { verb: "approve" }>;

interface ExplainFormProps {
  lines: readonly CaseLineView[];
  busy: boolean;
  onSend: (approval: Approval) => void;
}

const reasonsOf = ({ appraised }: CaseLineView): string =>
  appraised.flatMap(({ unitName, reason }) => (reason === null ? [] : [`${unitName}: ${reason}`])).join("; ");

/** Giải trình chênh lệch: the department's own figure and its reason, before the list goes up. */
export function ExplainForm({ lines, busy, onSend }: ExplainFormProps) {
  const text = useText();
  const [language] = useLanguage();
  const [comment, setComment] = useState("");
  const [rows, setRows] = useState<readonly Row[]>(() =>
    lineRows(lines, language, text).map((row, index) => ({ ...row, amount: appraisedOf(lines[index]!) })),
  );
  const spec = useMemo(() => proposalSpec(lines.length, text), [lines.length, text]);
  const found = useMemo(() => proposalProblems(lines, rows), [lines, rows]);
  const problems = useProblemMap("lines", found);
  const left = new Set(found.map(({ path }) => path.split(".")[1])).size;
  const takeReasons = () =>
    setRows(
      rows.map((row, index) => {
        const line = lines[index]!;
        const reason = reasonsOf(line);
        return line.differs && heldIn(row, "reason") === undefined && reason !== "" ? { ...row, reason } : row;
      }),
    );
  const send = () =>
    onSend({ verb: "approve", proposals: proposalsIn(lines, rows), ...(comment.trim() && { comment }) });
  return (
    <Sheet title={text("lines.explainTitle")}>
      <Typography color="text.secondary" sx={{ mb: 1.5 }}>
        {text("lines.explainHint")}
      </Typography>
      <Button variant="outlined" disabled={left === 0} onClick={takeReasons} sx={{ mb: 1 }}>
        {text("lines.takeReasons")}
      </Button>
      <DataGrid
        label={text("lines.table")}
        hint={text("lines.sheetHint")}
        spec={spec}
        rows={rows}
        onRows={setRows}
        problems={problems}
      />
      <CommentField label={text("decide.comment")} value={comment} onType={setComment} />
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 2, alignItems: "center" }}>
        <Button variant="contained" size="large" disabled={busy || blocks(found)} onClick={send}>
          {text("lines.explain")}
        </Button>
        <span role="status">{left > 0 && text("lines.explainLeft", { smart_count: left })}</span>
      </Box>
    </Sheet>
  );
}
