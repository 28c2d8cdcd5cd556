import { useState } from "react";
import { Alert } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import type { CallOptions } from "../providers/api-client.ts";
import type { endpoints } from "../../../domain/contracts/index.ts";
import { formatDong } from "../../../domain/money/dong.ts";
import { LINE_PAPERS, type LinePaperKind } from "../../../domain/funding/papers.ts";
import { useText } from "../i18n/use-text.ts";
import { useProvider } from "../providers/use-provider.ts";
import { AmountField, amountIn } from "./AmountField.tsx";
import { ChoiceField } from "./ChoiceField.tsx";
import { PaperForm } from "./PaperForm.tsx";
import { TextLine } from "./TextLine.tsx";
import { usePaper } from "./use-paper.ts";

type Body = CallOptions<typeof endpoints.proposePaper>["body"];

const weighed = (kind: LinePaperKind): kind is "supplemented" | "carried-over" =>
  kind === "supplemented" || kind === "carried-over";

/** What the ceilings say to it before it is sent; the server weighs again, under a lock, when it is confirmed. */
function useVerdict(lineId: string, kind: LinePaperKind, amount: string | undefined) {
  const provider = useProvider();
  return useQuery({
    queryKey: ["weigh-paper", lineId, kind, amount],
    queryFn: () => provider.weighPaper(lineId, { kind: weighed(kind) ? kind : "supplemented", amount: amount ?? "0" }),
    enabled: weighed(kind) && amount !== undefined && amount !== "0",
  }).data;
}

export function PaperDialog({ lineId, onClose }: { lineId: string; onClose: () => void }) {
  const text = useText();
  const provider = useProvider();
  const [kind, setKind] = useState<LinePaperKind>("supplemented");
  const [typed, setTyped] = useState("");
  const [document, setDocument] = useState("");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const amount = amountIn(typed);
  const verdict = useVerdict(lineId, kind, amount);
  const reasonNeeded = verdict?.verdict === "warn";
  const sending = usePaper((id, body: object) => provider.proposePaper(lineId, { id, ...body } as Body));
  const send = () => {
    setTried(true);
    const said = document.trim() !== "" && (kind === "settled" || amount !== undefined);
    if (!said || (reasonNeeded && reason.trim() === "")) return;
    const why = reason.trim() === "" ? {} : { reason: reason.trim() };
    sending.mutate({ kind, document: document.trim(), ...why, ...(kind !== "settled" && { amount }) });
  };
  return (
    <PaperForm
      title={text("papers.new")}
      lead={text("papers.lead")}
      send={text("papers.send")}
      sending={sending}
      blocked={verdict?.verdict === "stop"}
      onSend={send}
      onClose={onClose}
    >
      <ChoiceField
        required
        label={text("papers.kind")}
        value={kind}
        choices={LINE_PAPERS.map((each) => [each, text(`papers.kinds.${each}`)] as const)}
        onChange={(value) => setKind(value as LinePaperKind)}
      />
      {kind !== "settled" && (
        <AmountField label={text("ledger.amount")} typed={typed} tried={tried} onType={setTyped} />
      )}
      {verdict && (
        <Alert severity={verdict.verdict === "ok" ? "success" : verdict.verdict === "stop" ? "error" : "warning"}>
          {text(`papers.verdict.${verdict.verdict}`, {
            source: verdict.source ?? "",
            over: formatDong(verdict.over),
          })}
        </Alert>
      )}
      <TextLine label={text("ledger.document")} value={document} tried={tried} onChange={setDocument} />
      <TextLine
        multiline
        label={text(reasonNeeded ? "papers.reasonOver" : "papers.reason")}
        value={reason}
        tried={tried}
        required={reasonNeeded}
        onChange={setReason}
      />
    </PaperForm>
  );
}
