import { useState } from "react";
import { Typography } from "@mui/material";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { PaperView } from "../../../domain/contracts/papers.ts";
import { useText } from "../i18n/use-text.ts";
import { isOutcomeUnknown } from "../providers/api-problem.ts";
import { useProvider } from "../providers/use-provider.ts";
import { PaperContent } from "./PaperContent.tsx";
import { PaperForm } from "./PaperForm.tsx";
import { TextLine } from "./TextLine.tsx";

export type Answer = "confirm" | "decline" | "withdraw";

interface AnswerDialogProps {
  paper: PaperView;
  answer: Answer;
  onClose: () => void;
}

const acts = { confirm: "confirmed", decline: "declined", withdraw: "withdrawn" } as const;

/** The second person's word. A paper is answered once, so sending it again is the same answer. */
export function AnswerDialog({ paper, answer, onClose }: AnswerDialogProps) {
  const text = useText();
  const provider = useProvider();
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const said = reason.trim();
  const sending = useMutation({
    mutationFn: () => {
      const act = acts[answer];
      if (act === "confirmed") return provider.answerPaper(paper.id, { act });
      if (act === "declined") return provider.answerPaper(paper.id, { act, reason: said });
      return provider.answerPaper(paper.id, { act, ...(said !== "" && { reason: said }) });
    },
    onSuccess: () => client.invalidateQueries(),
  });
  const send = () => {
    setTried(true);
    if (answer !== "decline" || said !== "") sending.mutate();
  };
  const kind = text(`papers.kinds.${paper.kind}`).toLocaleLowerCase();
  return (
    <PaperForm
      title={text(`papers.${answer}Title`, { kind })}
      send={text(`papers.${answer}`)}
      grave={answer === "decline"}
      sending={{ ...sending, lost: sending.error !== null && isOutcomeUnknown(sending.error) }}
      onSend={send}
      onClose={onClose}
    >
      <PaperContent paper={paper} />
      {answer === "confirm" ? (
        <Typography>{text("papers.confirmText")}</Typography>
      ) : (
        <TextLine
          multiline
          label={text("papers.reason")}
          value={reason}
          tried={tried}
          required={answer === "decline"}
          onChange={setReason}
        />
      )}
    </PaperForm>
  );
}
