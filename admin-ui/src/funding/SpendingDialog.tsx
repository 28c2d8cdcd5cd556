import { useState } from "react";
import { TextField } from "@mui/material";
import { useText } from "../i18n/use-text.ts";
import { useProvider } from "../providers/use-provider.ts";
import { AmountField, amountIn } from "./AmountField.tsx";
import { ChoiceField } from "./ChoiceField.tsx";
import { PaperForm } from "./PaperForm.tsx";
import { TextLine } from "./TextLine.tsx";
import { usePaper } from "./use-paper.ts";

interface SpendingDialogProps {
  lineId: string;
  periods: readonly string[];
  /** What each period reported so far, to be corrected. */
  reported: Readonly<Record<string, string>>;
  /** The period that is due, if any. */
  first: string | undefined;
  onClose: () => void;
}

/** Báo cáo giải ngân of one period; a period that was reported already is corrected by reporting it again. */
export function SpendingDialog({ lineId, periods, reported, first, onClose }: SpendingDialogProps) {
  const text = useText();
  const provider = useProvider();
  const [period, setPeriod] = useState(first ?? periods.at(-1) ?? "");
  const [amount, setAmount] = useState(reported[period] ?? "");
  const [progress, setProgress] = useState("");
  const [evidence, setEvidence] = useState("");
  const [tried, setTried] = useState(false);
  const read = amountIn(amount);
  const done = /^\d{1,3}$/.test(progress) && Number(progress) <= 100 ? Number(progress) : undefined;
  const sending = usePaper((id, body: { amount: string; progress: number }) =>
    provider.reportSpending(lineId, {
      id,
      period,
      ...body,
      ...(evidence.trim() !== "" && { evidence: evidence.trim() }),
    }),
  );
  const send = () => {
    setTried(true);
    const proved = done !== 100 || evidence.trim() !== "";
    if (read !== undefined && done !== undefined && proved) sending.mutate({ amount: read, progress: done });
  };
  const choose = (next: string) => {
    setPeriod(next);
    setAmount(reported[next] ?? "");
  };
  return (
    <PaperForm
      title={text("ledger.report")}
      send={text("ledger.reportSend")}
      sending={sending}
      onSend={send}
      onClose={onClose}
    >
      <ChoiceField
        required
        label={text("ledger.period")}
        value={period}
        choices={periods.map((each) => [each, each] as const)}
        hint={text("ledger.periodHint")}
        onChange={choose}
      />
      <AmountField label={text("ledger.amount")} typed={amount} tried={tried} onType={setAmount} />
      <TextField
        required
        label={text("ledger.progress")}
        value={progress}
        error={tried && done === undefined}
        helperText={tried && done === undefined ? text("ledger.needed") : undefined}
        slotProps={{ htmlInput: { inputMode: "numeric", maxLength: 3 } }}
        onChange={({ target }) => setProgress(target.value)}
      />
      <TextLine
        multiline
        label={text("ledger.evidence")}
        value={evidence}
        tried={tried}
        required={done === 100}
        hint={text("ledger.evidenceHint")}
        onChange={setEvidence}
      />
    </PaperForm>
  );
}
