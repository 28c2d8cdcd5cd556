import { useCallback, useMemo, useState } from "react";
import { Box, Button } from "@mui/material";
import { blocks } from "../../../domain/funding/funding-problem.ts";
import type { LineDecision } from "../../../domain/engine/case.ts";
import { Sheet } from "../elements/Sheet.tsx";
import type { Row } from "../grid/column.ts";
import { DataGrid } from "../grid/DataGrid.tsx";
import { heldIn } from "../grid/sheet.ts";
import { useLanguage, useText } from "../i18n/use-text.ts";
import { CeilingList, type KnownCeiling } from "./CeilingList.tsx";
import { decisionProblems, decisionsIn, decisionSpec, lineRows, type OfferedLine } from "./line-sheets.ts";
import { useProblemMap } from "./use-problem-map.ts";

interface LineDecisionsProps {
  lines: readonly OfferedLine[];
  ceilings: readonly KnownCeiling[];
  onSend: (decisions: LineDecision[]) => void;
}

/** One sitting: every line with its decision, under the ceilings, sent as one command. */
export function LineDecisions({ lines, ceilings, onSend }: LineDecisionsProps) {
  const text = useText();
  const [language] = useLanguage();
  const [rows, setRows] = useState<readonly Row[]>(() => lineRows(lines, language));
  const spec = useMemo(() => decisionSpec(lines.length, text), [lines.length, text]);
  const found = useMemo(() => decisionProblems(lines, rows), [lines, rows]);
  const problems = useProblemMap("lines", found);
  const decisions = decisionsIn(rows);
  const open = lines.length - decisions.length;
  const approveProposed = useCallback(
    () =>
      setRows((before) =>
        before.map((row) => (heldIn(row, "outcome") === undefined ? proposedTo(row, text("lines.asProposed")) : row)),
      ),
    [text],
  );
  return (
    <Sheet title={text("lines.decideTitle")}>
      <CeilingList ceilings={ceilings} lines={lines} rows={rows} />
      <Button variant="outlined" disabled={open === 0} onClick={approveProposed} sx={{ mt: 1 }}>
        {text("lines.approveProposed", { smart_count: open })}
      </Button>
      <DataGrid label={text("lines.table")} spec={spec} rows={rows} onRows={setRows} problems={problems} />
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 2, alignItems: "center", mt: 2 }}>
        <Button
          variant="contained"
          size="large"
          disabled={decisions.length === 0 || blocks(found)}
          onClick={() => onSend(decisions)}
        >
          {text("lines.send", { smart_count: decisions.length })}
        </Button>
        <span role="status">{text("lines.open", { smart_count: open })}</span>
      </Box>
    </Sheet>
  );
}

/** What is below the request is approved in part, for the reason the appraisal gave. */
function proposedTo(row: Row, reason: string): Row {
  const proposed = heldIn(row, "proposed") ?? "0";
  if (proposed === heldIn(row, "requested")) return { ...row, outcome: "approve" };
  const why = heldIn(row, "reason") ?? reason;
  return proposed === "0"
    ? { ...row, outcome: "reject", reason: why }
    : { ...row, outcome: "approve-in-part", amount: proposed, reason: why };
}
