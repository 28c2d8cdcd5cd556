import { Alert, AlertTitle, Box } from "@mui/material";
import type { Receipt } from "../../../domain/contracts/cases.ts";
import { Facts } from "../elements/Facts.tsx";
import { usePostName } from "../elements/use-post-name.ts";
import { useLabel, useText } from "../i18n/use-text.ts";
import { dateTime, dueDate } from "../time/dates.ts";

const severity = { accepted: "success", pending: "info", refused: "error", "not-carried-out": "warning" } as const;

export function ReceiptSheet({ receipt }: { receipt: Receipt }) {
  const text = useText();
  const label = useLabel();
  const postName = usePostName();
  const titles = {
    accepted: text("receipt.accepted"),
    pending: text("receipt.pending"),
    refused: text("receipt.refused"),
    "not-carried-out": text("receipt.notCarriedOut"),
  };
  const { outcome, problem } = receipt;
  const facts: [string, string][] = [[text("receipt.code"), receipt.commandId]];
  if (receipt.at) facts.push([text("receipt.at"), dateTime(receipt.at)]);
  if (receipt.number) facts.push([text("receipt.number"), receipt.number]);
  if (receipt.stepName) facts.push([text("receipt.step"), label(receipt.stepName)]);
  if (receipt.next.length > 0) facts.push([text("receipt.next"), receipt.next.map(postName).join("; ")]);
  if (receipt.dueAt) facts.push([text("receipt.due"), dueDate(receipt.dueAt)]);
  return (
    <Alert severity={severity[outcome]} sx={{ mb: 2 }} role="status" aria-label={text("receipt.title")}>
      <AlertTitle>{titles[outcome]}</AlertTitle>
      {outcome === "pending" && text("receipt.pendingText")}
      {outcome === "not-carried-out" && text("receipt.notCarriedOutText")}
      {problem && [problem.detail, problem.remedy].filter(Boolean).join(" ")}
      {receipt.repeated && text("receipt.repeated")}
      <Box sx={{ mt: 1.5, overflowWrap: "anywhere" }}>
        <Facts facts={facts} />
      </Box>
    </Alert>
  );
}
