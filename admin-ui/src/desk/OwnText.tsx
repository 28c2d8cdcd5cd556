import { useEffect, useRef, useState } from "react";
import { Box, TextField, Typography } from "@mui/material";
import type { DraftView } from "../../../domain/contracts/cases.ts";
import type { Editorial } from "../../../domain/report/consolidated-schema.ts";
import { sections } from "../../../domain/report/form.ts";
import { ProblemNotice } from "../elements/States.tsx";
import { useLabel, useText } from "../i18n/use-text.ts";
import { useProvider } from "../providers/use-provider.ts";
import { clock } from "../time/dates.ts";

const PAUSE_MS = 3_000;

export type SaveState = "clean" | "dirty" | "saving";

interface OwnTextProps {
  caseId: string;
  draft: DraftView;
  onSaved: (draft: DraftView) => void;
  onState: (state: SaveState) => void;
}

const editorialOf = (draft: DraftView): Editorial => (draft.body["editorial"] as Editorial | undefined) ?? {};

/** Only the department's own words are written here; every figure comes from the reports. */
export function OwnText({ caseId, draft, onSaved, onState }: OwnTextProps) {
  const text = useText();
  const label = useLabel();
  const provider = useProvider();
  const [editorial, setEditorial] = useState(() => editorialOf(draft));
  const [error, setError] = useState<unknown>(null);
  const [state, setState] = useState<SaveState>("clean");
  const version = useRef(draft.version);
  const tell = (next: SaveState) => {
    setState(next);
    onState(next);
  };

  useEffect(() => {
    if (state !== "dirty") return undefined;
    const save = async () => {
      tell("saving");
      try {
        const saved = await provider.saveDraft(caseId, version.current, { ...draft.body, editorial });
        version.current = saved.version;
        setError(null);
        // A letter typed meanwhile has already put the state back to dirty.
        setState((now) => (now === "saving" ? "clean" : now));
        onState("clean");
        onSaved(saved);
      } catch (failure) {
        setError(failure);
        tell("clean");
      }
    };
    const timer = setTimeout(() => void save(), PAUSE_MS);
    return () => clearTimeout(timer);
    // Each change restarts the pause; the other values are read when the pause is over.
  }, [editorial, state]);

  const change = (next: Editorial) => {
    setEditorial(next);
    tell("dirty");
  };
  const line = state === "saving" ? text("save.saving") : state === "dirty" ? text("save.dirty") : null;
  return (
    <Box sx={{ display: "grid", gap: 2 }}>
      <Typography variant="body2" color="text.secondary" role="status">
        {line ?? (draft.updatedAt ? text("save.saved", { time: clock(draft.updatedAt) }) : text("save.never"))}
      </Typography>
      {error !== null && <ProblemNotice error={error} />}
      {sections.map((section) => (
        <TextField
          key={section.key}
          multiline
          minRows={2}
          label={`${section.key}. ${label(section.label)}`}
          value={editorial.sections?.[section.key] ?? ""}
          onChange={(event) =>
            change({ ...editorial, sections: { ...editorial.sections, [section.key]: event.target.value } })
          }
        />
      ))}
      <TextField
        multiline
        minRows={3}
        label={text("desk.assessment")}
        value={editorial.assessment ?? ""}
        onChange={(event) => change({ ...editorial, assessment: event.target.value })}
      />
      <TextField
        multiline
        minRows={3}
        label={text("desk.recommendations")}
        value={editorial.recommendations ?? ""}
        onChange={(event) => change({ ...editorial, recommendations: event.target.value })}
      />
    </Box>
  );
}
