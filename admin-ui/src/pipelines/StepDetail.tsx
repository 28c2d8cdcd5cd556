import { Box, Typography } from "@mui/material";
import type { FindingView, StepCounts } from "../../../domain/contracts/pipelines.ts";
import type { Pipeline, StepId } from "../../../domain/engine/pipeline.ts";
import { TextLink } from "../elements/TextLink.tsx";
import { useText } from "../i18n/use-text.ts";
import { casesAt } from "./cases-at.ts";
import { FindingTag } from "./FindingTag.tsx";
import { useTongue, wordsOf } from "./use-step-words.ts";

interface StepDetailProps {
  table: Pipeline;
  id: StepId | null;
  counts: StepCounts | undefined;
  findings: readonly FindingView[];
}

export function StepDetail({ table, id, counts, findings }: StepDetailProps) {
  const text = useText();
  const words = wordsOf(table, id ?? "", useTongue());
  return (
    <Box aria-live="polite" sx={panelStyle}>
      {id === null || !words ? (
        <Typography variant="body2" color="text.secondary">
          {text("pipelines.chooseStep")}
        </Typography>
      ) : (
        <Box sx={{ position: "sticky", top: 76, display: "grid", gap: 1.5 }}>
          <div>
            <Typography variant="h3">{words.name}</Typography>
            <Typography variant="caption" color="text.secondary">
              <code>{id}</code> · {words.kind}
            </Typography>
          </div>
          {counts && <Waiting table={table} id={id} counts={counts} name={words.name} />}
          <Told label={text("pipelines.who")} lines={words.who} />
          <Told label={text("pipelines.term")} lines={words.term} />
          <Told label={text("pipelines.ways")} lines={words.ways} />
          <Told label={text("pipelines.marks")} lines={words.marks} />
          {findings
            .filter(({ step }) => step === id)
            .map((finding) => (
              <Box key={finding.code + finding.path} sx={{ fontSize: "0.875rem" }}>
                <FindingTag severity={finding.severity} /> {finding.message}
              </Box>
            ))}
        </Box>
      )}
    </Box>
  );
}

function Waiting({ table, id, counts, name }: { table: Pipeline; id: StepId; counts: StepCounts; name: string }) {
  const text = useText();
  const here = counts.steps.find(({ step }) => step === id);
  return (
    <Box sx={{ fontSize: "0.875rem" }}>
      <Box sx={labelStyle}>{text("pipelines.waitingHere")}</Box>
      {!here && text("pipelines.noneHere")}
      {here && (
        <>
          <strong>{text("pipelines.waiting", { smart_count: here.open })}</strong>
          {here.overdue > 0 && ` · ${text("pipelines.late", { smart_count: here.overdue })}`} ·{" "}
          <TextLink to={casesAt(table.id, id)} label={text("pipelines.openListAt", { step: name })}>
            {text("pipelines.openList")}
          </TextLink>
        </>
      )}
    </Box>
  );
}

function Told({ label, lines }: { label: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <Box sx={{ fontSize: "0.875rem" }}>
      <Box sx={labelStyle}>{label}</Box>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </Box>
  );
}

const labelStyle = { color: "text.secondary", fontSize: "0.8125rem" } as const;
const panelStyle = {
  p: { xs: 2, sm: 2.5 },
  borderLeft: { lg: 1 },
  borderTop: { xs: 1, lg: 0 },
  borderColor: { xs: "divider", lg: "divider" },
  minWidth: 0,
} as const;
