import { useState } from "react";
import { Box, Button } from "@mui/material";
import type { PaperView } from "../../../domain/contracts/papers.ts";
import { formatDong } from "../../../domain/money/dong.ts";
import { DataTable } from "../elements/DataTable.tsx";
import { Tag } from "../elements/Tag.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import { useText } from "../i18n/use-text.ts";
import { dateTime } from "../time/dates.ts";
import type { Tone } from "../theme/palette.ts";
import { AnswerDialog, type Answer } from "./AnswerDialog.tsx";

const tones: Record<PaperView["status"], Tone> = {
  proposed: "soon",
  confirmed: "good",
  declined: "late",
  withdrawn: "neutral",
};

interface PapersTableProps {
  caption: string;
  papers: readonly PaperView[];
  /** Papers of several subjects say which. */
  named?: boolean;
}

export function PapersTable({ caption, papers, named = false }: PapersTableProps) {
  const text = useText();
  const [answering, setAnswering] = useState<{ paper: PaperView; answer: Answer } | null>(null);
  const signer = ({ name, post, at }: PaperView["proposed"]) =>
    `${name} (${text(`role.${post.role}`)}, ${post.unitName}), ${dateTime(at)}`;
  return (
    <>
      <DataTable
        caption={caption}
        rows={papers}
        idOf={({ id }) => id}
        columns={[
          {
            key: "kind",
            label: text("papers.kind"),
            head: true,
            cell: ({ kind, title, subjectId }) =>
              named ? (
                <Named kind={text(`papers.kinds.${kind}`)} {...{ title, subjectId }} />
              ) : (
                text(`papers.kinds.${kind}`)
              ),
          },
          {
            key: "amount",
            label: text("ledger.amount"),
            numeric: true,
            cell: ({ amount }) => (amount === null ? "" : formatDong(amount)),
          },
          { key: "document", label: text("ledger.document"), cell: ({ document }) => document },
          {
            key: "status",
            label: text("papers.status"),
            whole: true,
            cell: ({ status }) => <Tag tone={tones[status]}>{text(`papers.statuses.${status}`)}</Tag>,
          },
          { key: "proposed", label: text("papers.proposed"), cell: ({ proposed }) => signer(proposed) },
          {
            key: "answered",
            label: text("papers.answered"),
            cell: ({ answered }) =>
              answered && `${signer(answered)}${answered.reason === null ? "" : `: ${answered.reason}`}`,
          },
          {
            key: "actions",
            label: text("ceilings.actions"),
            cell: (paper) => <Answers paper={paper} onAnswer={(answer) => setAnswering({ paper, answer })} />,
          },
        ]}
      />
      {answering && <AnswerDialog {...answering} onClose={() => setAnswering(null)} />}
    </>
  );
}

function Named({ kind, title, subjectId }: { kind: string; title: string; subjectId: string }) {
  if (subjectId.includes("|")) return `${kind}: ${title}, ${subjectId.split("|")[1] ?? ""}`;
  return (
    <>
      {kind}: <TextLink to={`/money/lines/${subjectId}`}>{title}</TextLink>
    </>
  );
}

function Answers({ paper, onAnswer }: { paper: PaperView; onAnswer: (answer: Answer) => void }) {
  const text = useText();
  const { confirm, withdraw } = paper.may;
  if (!confirm && !withdraw) return null;
  const offered: readonly Answer[] = [
    ...(confirm ? (["confirm", "decline"] as const) : []),
    ...(withdraw ? (["withdraw"] as const) : []),
  ];
  return (
    <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1 }}>
      {offered.map((answer) => (
        <Button
          key={answer}
          size="small"
          variant={answer === "confirm" ? "contained" : "outlined"}
          onClick={() => onAnswer(answer)}
          aria-label={`${text(`papers.${answer}`)}: ${text(`papers.kinds.${paper.kind}`)}, ${paper.title}`}
        >
          {text(`papers.${answer}`)}
        </Button>
      ))}
    </Box>
  );
}
