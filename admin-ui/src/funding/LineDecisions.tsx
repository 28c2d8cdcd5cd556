import { useCallback, useMemo, useState } from "react";
import { Box, Button } from "@mui/material";
import type { CaseLineView } from "../../../domain/contracts/case-lines.ts";
import type { CommandRequestBody } from "../../../domain/contracts/cases.ts";
import { blocks } from "../../../domain/funding/funding-problem.ts";
import { Sheet } from "../elements/Sheet.tsx";
import type { Row } from "../grid/column.ts";
import { DataGrid } from "../grid/DataGrid.tsx";
import { heldIn } from "../grid/sheet.ts";
import { useLanguage, useText } from "../i18n/use-text.ts";
import { CeilingList } from "./CeilingList.tsx";
import { decisionProblems, decisionsIn, decisionSpec } from "./decision-sheet.ts";
import { lineRows } from "./line-rows.ts";
import { ceilingProblems, type KnownCeiling } from "./sitting.ts";
import { useProblemMap } from "./use-problem-map.ts";

export type Decisions = Extract<CommandRequestBody, { verb: "decide-lines" }>;

interface LineDecisionsProps {
  lines: readonly CaseLineView[];
  ceilings: readonly KnownCeiling[];
  busy: boolean;
  onSend: (decisions: Decisions) => void;
}

/** One sitting: every line with its decision, under the ceilings, sent as one command. */
export function LineDecisions({ lines, ceilings, busy, onSend }: LineDecisionsProps) {
  const text = useText();
  const [language] = useLanguage();
  const [rows, setRows] = useState<readonly Row[]>(() => lineRows(lines, language, text));
  const spec = useMemo(() => decisionSpec(lines.length, text), [lines.length, text]);
  const sitting = useMemo(() => ({ ceilings, lines, rows }), [ceilings, lines, rows]);
  const { unexplained, stopped } = useMemo(() => ceilingProblems(sitting), [sitting]);
  const found = useMemo(() => [...decisionProblems(lines, rows), ...unexplained], [lines, rows, unexplained]);
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
      <CeilingList sitting={sitting} />
      <Button variant="outlined" disabled={open === 0} onClick={approveProposed} sx={{ my: 1 }}>
        {text("lines.approveProposed", { smart_count: open })}
      </Button>
      <DataGrid
        label={text("lines.table")}
        hint={text("lines.sheetHint")}
        spec={spec}
        rows={rows}
        onRows={setRows}
        problems={problems}
      />
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 2, alignItems: "center", mt: 2 }}>
        <Button
          variant="contained"
          size="large"
          disabled={busy || decisions.length === 0 || stopped || blocks(found)}
          onClick={() => onSend({ verb: "decide-lines", decisions })}
        >
          {text("lines.send", { smart_count: decisions.length })}
        </Button>
        <span role="status">{text("lines.open", { smart_count: open })}</span>
      </Box>
    </Sheet>
  );
}

/** What is below the request is approved in part, as it was proposed; nothing proposed is nothing placed. */
function proposedTo(row: Row, reason: string): Row {
  const proposed = heldIn(row, "proposed") ?? "0";
  if (proposed === heldIn(row, "requested")) return { ...row, outcome: "approve" };
  const why = heldIn(row, "reason") ?? reason;
  return proposed === "0"
    ? { ...row, outcome: "reject", reason: why }
    : { ...row, outcome: "approve-in-part", amount: proposed, reason: why };
}
