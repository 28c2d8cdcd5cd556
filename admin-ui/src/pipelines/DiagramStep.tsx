import { Box, type Theme } from "@mui/material";
import type { FindingView, StepCounts } from "../../../domain/contracts/pipelines.ts";
import type { Pipeline, Step, StepId } from "../../../domain/engine/pipeline.ts";
import { visuallyHidden } from "../elements/visually-hidden.ts";
import { useText } from "../i18n/use-text.ts";
import { NODE } from "./geometry.ts";
import { holderWords } from "./tongue.ts";
import { useTongue, wordsOf } from "./use-step-words.ts";

interface DiagramStepProps {
  table: Pipeline;
  id: StepId;
  corner: { left: number; top: number };
  chosen: boolean;
  count: StepCounts["steps"][number] | undefined;
  findings: readonly FindingView[];
  onChoose: (id: StepId) => void;
}

/** One step as a card in the diagram; the keyboard goes from card to card in the order of the way. */
export function DiagramStep({ table, id, corner, chosen, count, findings, onChoose }: DiagramStepProps) {
  const text = useText();
  const tongue = useTongue();
  const step = table.steps[id];
  const words = wordsOf(table, id, tongue);
  if (!step || !words) return null;
  const isWrong = findings.some(({ severity }) => severity === "error");
  const who = "by" in step && step.by ? holderWords(step.by, tongue) : words.kind;
  return (
    <li>
      <Box
        component="button"
        type="button"
        aria-pressed={chosen}
        onClick={() => onChoose(id)}
        sx={[nodeStyle, shapeOf(step), chosen && chosenStyle, corner]}
      >
        <Box component="span" sx={nameStyle}>
          {words.name}
        </Box>
        <Box component="span" sx={whoStyle}>
          {who}
        </Box>
        {(count || findings.length > 0 || id === table.start) && (
          <Box component="span" sx={badgesStyle}>
            {id === table.start && <span>{text("pipelines.start")}</span>}
            {count && <strong>{text("pipelines.waiting", { smart_count: count.open })}</strong>}
            {count && count.overdue > 0 && (
              <Box component="strong" sx={{ color: "tone.late.ink" }}>
                ! {text("pipelines.late", { smart_count: count.overdue })}
              </Box>
            )}
            {findings.length > 0 && (
              <Box component="strong" sx={{ color: isWrong ? "tone.late.ink" : "tone.soon.ink" }}>
                {isWrong ? "!" : "◔"} {text("pipelines.problemsHere", { smart_count: findings.length })}
              </Box>
            )}
          </Box>
        )}
        <Box component="span" sx={visuallyHidden}>
          . {words.kind}. {words.ways.join("; ")}
        </Box>
      </Box>
    </li>
  );
}

function shapeOf({ kind }: Step) {
  if (kind === "branch") return { borderStyle: "dashed", borderRadius: 5, bgcolor: "surface.band" };
  if (kind === "end") return { borderRadius: 5, bgcolor: "tone.accent.wash", borderColor: "tone.accent.line" };
  if (kind === "await" || kind === "task") return { bgcolor: "surface.band" };
  return {};
}

const nodeStyle = {
  position: "absolute",
  width: NODE.width,
  height: NODE.height,
  display: "flex",
  flexDirection: "column",
  justifyContent: "center",
  gap: 0.25,
  px: 1.5,
  py: 0.5,
  textAlign: "left",
  font: "inherit",
  color: "text.primary",
  bgcolor: "background.paper",
  border: 1,
  borderColor: "tone.neutral.line",
  borderRadius: 2,
  cursor: "pointer",
  "&:hover": { borderColor: "primary.main" },
} as const;
const chosenStyle = (theme: Theme) => ({
  borderColor: theme.palette.primary.main,
  boxShadow: `0 0 0 1px ${theme.palette.primary.main}, 0 0 0 5px ${theme.palette.tone.accent.wash}`,
});
const oneLine = { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" } as const;
const nameStyle = { ...oneLine, fontWeight: 600, fontSize: "0.875rem", lineHeight: 1.35 } as const;
const whoStyle = { ...oneLine, fontSize: "0.75rem", lineHeight: 1.35, color: "text.secondary" } as const;
const badgesStyle = { ...oneLine, display: "flex", gap: 1, fontSize: "0.75rem", lineHeight: 1.35 } as const;
