import { Box, Typography } from "@mui/material";
import type { PartView } from "../../../domain/contracts/operations.ts";
import { Sheet } from "../elements/Sheet.tsx";
import { Loading, ProblemNotice } from "../elements/States.tsx";
import { Tag } from "../elements/Tag.tsx";
import { useText } from "../i18n/use-text.ts";
import type { Tone } from "../theme/palette.ts";
import { clock } from "../time/dates.ts";
import type { PartNow } from "./parts-now.ts";
import { useParts } from "./use-parts.ts";

const tones: Record<PartView["status"], Tone> = { up: "good", degraded: "soon", down: "late", unknown: "neutral" };

function Part({ part }: { part: PartNow }) {
  const text = useText();
  return (
    <Box
      component="li"
      sx={(theme) => ({
        p: 2,
        borderRadius: 2,
        border: `1px solid ${theme.palette.tone[tones[part.status]].line}`,
        display: "grid",
        gap: 0.75,
        alignContent: "start",
      })}
    >
      <Box sx={{ display: "flex", gap: 1, alignItems: "center", flexWrap: "wrap" }}>
        <Typography variant="h3" sx={{ flex: 1 }}>
          {text(`stuck.part.${part.name}`)}
        </Typography>
        <Tag tone={tones[part.status]}>{text(`stuck.status.${part.status}`)}</Tag>
      </Box>
      <Typography variant="body2" sx={{ overflowWrap: "anywhere" }}>
        {part.detail}
      </Typography>
      <Typography variant="caption" color="text.secondary">
        {part.checkedAt && text("stuck.partsAt", { time: clock(part.checkedAt) })}
        {part.latencyMs !== null && ` · ${text("stuck.latency", { ms: Math.round(part.latencyMs) })}`}
      </Typography>
    </Box>
  );
}

export function Parts() {
  const text = useText();
  const { parts, error, retry } = useParts();
  return (
    <Box sx={{ mb: 2.5 }}>
      <Sheet title={text("stuck.parts")}>
        {error && (
          <Box sx={{ mb: 2 }}>
            <ProblemNotice error={error} retry={retry} />
          </Box>
        )}
        {parts === null ? (
          <Loading />
        ) : (
          <Box component="ul" sx={list}>
            {parts.map((part) => (
              <Part key={part.name} part={part} />
            ))}
          </Box>
        )}
      </Sheet>
    </Box>
  );
}

const list = {
  listStyle: "none",
  m: 0,
  p: 0,
  display: "grid",
  gap: 1.5,
  gridTemplateColumns: { xs: "minmax(0, 1fr)", sm: "repeat(2, minmax(0, 1fr))", lg: "repeat(3, minmax(0, 1fr))" },
} as const;
