import { useEffect, type ReactNode } from "react";
import { Box, TextField, Typography } from "@mui/material";
import type { DraftView } from "../../../domain/contracts/cases.ts";
import { sections } from "../../../domain/report/form.ts";
import { ProblemNotice } from "../elements/States.tsx";
import { useLabel, useText } from "../i18n/use-text.ts";
import { clock } from "../time/dates.ts";
import { useOwnText, type OwnWords as Editorial } from "./use-own-text.ts";

interface OwnTextProps {
  caseId: string;
  draft: DraftView;
  onUnsaved: (unsaved: boolean) => void;
  /** Sections a report has words of its own for; a list has none. */
  numbered?: typeof sections;
  /** What else of the draft is in the department's hand. */
  children?: (editorial: Editorial, change: (next: Editorial) => void) => ReactNode;
}

/** Only the department's own words are written here; every figure comes from the reports. */
export function OwnText({ caseId, draft, onUnsaved, numbered = sections, children }: OwnTextProps) {
  const text = useText();
  const label = useLabel();
  const { editorial, change, dirty, saving, error } = useOwnText(caseId, draft);
  useEffect(() => onUnsaved(dirty || saving), [dirty, saving, onUnsaved]);
  const standing = () => {
    if (saving) return text("save.saving");
    if (dirty) return text("save.dirty");
    return draft.updatedAt ? text("save.saved", { time: clock(draft.updatedAt) }) : text("save.never");
  };
  return (
    <Box sx={{ display: "grid", gap: 2 }}>
      <Typography variant="body2" color="text.secondary" role="status">
        {standing()}
      </Typography>
      {error && <ProblemNotice error={error} />}
      {children?.(editorial, change)}
      {numbered.map(({ key, label: name }) => (
        <TextField
          key={key}
          multiline
          minRows={2}
          label={`${key}. ${label(name)}`}
          value={editorial.sections?.[key] ?? ""}
          onChange={(event) => change({ ...editorial, sections: { ...editorial.sections, [key]: event.target.value } })}
        />
      ))}
      {(["assessment", "recommendations"] as const).map((key) => (
        <TextField
          key={key}
          multiline
          minRows={3}
          label={text(`desk.${key}`)}
          value={editorial[key] ?? ""}
          onChange={(event) => change({ ...editorial, [key]: event.target.value })}
        />
      ))}
    </Box>
  );
}
