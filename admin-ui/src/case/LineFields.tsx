import { Box, TextField, Typography } from "@mui/material";
import type { CaseView } from "../../../domain/contracts/cases.ts";
import { lineDecisions } from "../../../domain/engine/content.ts";
import { formatDong } from "../../../domain/money/dong.ts";
import { useText } from "../i18n/use-text.ts";
import { noAnswer, type LineAnswer, type LineAnswers } from "./line-answers.ts";

interface LineFieldsProps {
  lines: CaseView["lines"];
  answers: LineAnswers;
  /** Decide each line, or only put an amount beside it. */
  mode: "decide" | "amount";
  onChange: (answers: LineAnswers) => void;
}

const native = { select: { native: true }, inputLabel: { shrink: true } } as const;

/** One block per line, so that it reads on a phone as it does on a desk. */
export function LineFields({ lines, answers, mode, onChange }: LineFieldsProps) {
  const text = useText();
  return (
    <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, display: "grid", gap: 2 }}>
      <Typography component="legend" sx={{ fontWeight: 600, mb: 1 }}>
        {text("decide.lines")}
      </Typography>
      {lines.map((line) => (
        <LineBlock
          key={line.id}
          line={line}
          answer={answers[line.id] ?? noAnswer}
          mode={mode}
          onChange={(answer) => onChange({ ...answers, [line.id]: answer })}
        />
      ))}
    </Box>
  );
}

interface LineBlockProps {
  line: CaseView["lines"][number];
  answer: LineAnswer;
  mode: "decide" | "amount";
  onChange: (answer: LineAnswer) => void;
}

function LineBlock({ line, answer, mode, onChange }: LineBlockProps) {
  const text = useText();
  const asksAmount = mode === "amount" || answer.decision === "approve-in-part";
  const asksReason = mode === "decide" && answer.decision !== "" && answer.decision !== "approve";
  const name = `${line.id} · ${line.source} · ${line.year}`;
  return (
    <Box role="group" aria-label={name} sx={{ display: "grid", gap: 1, pt: 1, borderTop: 1, borderColor: "divider" }}>
      <Typography variant="body2">
        {name}: {text("decide.requested", { amount: formatDong(String(line.requested)) })}
      </Typography>
      {mode === "decide" && (
        <TextField
          select
          label={text("decide.lineDecision")}
          slotProps={native}
          value={answer.decision}
          onChange={({ target }) => onChange({ ...answer, decision: target.value })}
        >
          <option value="">{text("decide.lineLater")}</option>
          {lineDecisions.map((decision) => (
            <option key={decision} value={decision}>
              {text(`decide.lineDecisions.${decision}`)}
            </option>
          ))}
        </TextField>
      )}
      {asksAmount && (
        <TextField
          label={text("decide.lineAmount")}
          value={answer.amount}
          slotProps={{ htmlInput: { inputMode: "numeric", maxLength: 24 } }}
          onChange={({ target }) => onChange({ ...answer, amount: target.value })}
        />
      )}
      {asksReason && (
        <TextField
          label={text("decide.reasonPlain")}
          value={answer.reason}
          slotProps={{ htmlInput: { maxLength: 500 } }}
          onChange={({ target }) => onChange({ ...answer, reason: target.value })}
        />
      )}
    </Box>
  );
}
