import { Box, Button, Typography } from "@mui/material";
import type { FindingView } from "../../../domain/contracts/pipelines.ts";
import type { Pipeline } from "../../../domain/engine/pipeline.ts";
import { Empty } from "../elements/States.tsx";
import { useText } from "../i18n/use-text.ts";
import { FindingTag } from "./FindingTag.tsx";
import { stepName } from "./tongue.ts";
import { useTongue } from "./use-step-words.ts";

interface FindingsProps {
  findings: readonly FindingView[];
  /** null: not even the form of a table. */
  table: Pipeline | null;
  /** Leads to the place in the text, where there is a text. */
  onGo?: (finding: FindingView) => void;
}

export function Findings({ findings, table, onGo }: FindingsProps) {
  const text = useText();
  const tongue = useTongue();
  if (findings.length === 0) {
    return <Empty title={text("pipelines.finding.none")}>{text("pipelines.finding.noneText")}</Empty>;
  }
  const placeOf = ({ step }: FindingView): string => {
    if (step === null) return text("pipelines.finding.table");
    return table ? stepName(table, step, tongue) : step;
  };
  return (
    <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
      {findings.map((finding) => (
        <Box component="li" key={finding.path + finding.code + finding.message} sx={lineStyle}>
          <FindingTag severity={finding.severity} />
          <Box sx={{ flex: "1 1 260px", minWidth: 0 }}>
            <Typography variant="body2">{finding.message}</Typography>
            <Typography variant="caption" color="text.secondary" sx={{ overflowWrap: "anywhere" }}>
              {placeOf(finding)} · <code>{finding.path || "{ }"}</code>
            </Typography>
          </Box>
          {onGo && (
            <Button
              size="small"
              variant="outlined"
              aria-label={text("pipelines.finding.goTo", { message: finding.message })}
              onClick={() => onGo(finding)}
            >
              {text("pipelines.finding.go")}
            </Button>
          )}
        </Box>
      ))}
    </Box>
  );
}

const lineStyle = {
  display: "flex",
  flexWrap: "wrap",
  gap: 1.5,
  alignItems: "flex-start",
  px: { xs: 2, sm: 2.5 },
  py: 1.5,
  borderTop: 1,
  borderColor: "divider",
} as const;
