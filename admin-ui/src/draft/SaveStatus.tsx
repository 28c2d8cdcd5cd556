import { useEffect } from "react";
import { Box, Button, Typography } from "@mui/material";
import { ApiProblem } from "../providers/api-problem.ts";
import { Tag } from "../elements/Tag.tsx";
import type { Tone } from "../theme/palette.ts";
import { useText, type Text } from "../i18n/use-text.ts";
import { clock } from "../time/dates.ts";
import type { DraftInHand, SaveState } from "./use-draft.ts";

function standing(state: SaveState, text: Text): [Tone, string] {
  if (state.at === "clean") {
    return state.savedAt
      ? ["good", text("save.saved", { time: clock(state.savedAt) })]
      : ["neutral", text("save.never")];
  }
  if (state.at === "saving") return ["info", text("save.saving")];
  if (state.at === "dirty") return ["soon", text("save.dirty")];
  if (state.at === "conflict") return ["late", text("save.conflict")];
  const invalid = state.error instanceof ApiProblem && state.error.status < 500;
  return ["late", invalid ? text("save.invalid") : text("save.failed")];
}

/** The browser would offer to save the page instead. */
function useSaveKey({ save, state }: DraftInHand, enabled: boolean): void {
  const unsaved = state.at === "dirty" || state.at === "failed";
  useEffect(() => {
    if (!enabled) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.code !== "KeyS") return;
      event.preventDefault();
      if (unsaved) void save();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [enabled, unsaved, save]);
}

interface SaveStatusProps {
  draft: DraftInHand;
  readOnly: boolean;
  /** What it lies on, and covers while the page is scrolled under it. */
  ground?: "background.default" | "background.paper";
}

export function SaveStatus({ draft, readOnly, ground = "background.default" }: SaveStatusProps) {
  const text = useText();
  useSaveKey(draft, !readOnly);
  if (readOnly) return null;
  const { state } = draft;
  const [tone, words] = standing(state, text);
  return (
    <Box
      sx={{
        position: "sticky",
        top: 60,
        zIndex: 5,
        py: 1,
        mb: 1,
        display: "flex",
        flexWrap: "wrap",
        gap: 1.5,
        alignItems: "center",
        bgcolor: ground,
      }}
    >
      <Box role="status">
        <Tag tone={tone}>{words}</Tag>
      </Box>
      <Button
        size="small"
        variant="outlined"
        disabled={state.at === "saving" || state.at === "clean"}
        onClick={() => void draft.save()}
      >
        {text("save.now")}
      </Button>
      {state.at === "failed" && state.error instanceof ApiProblem && (
        <Typography variant="body2" color="error">
          {state.error.problem.detail ?? state.error.problem.title}
        </Typography>
      )}
    </Box>
  );
}
