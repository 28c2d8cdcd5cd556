import { useEffect, useMemo } from "react";
import { Box, TextField } from "@mui/material";
import type { DraftView } from "../../../domain/contracts/cases.ts";
import { sections } from "../../../domain/report/form.ts";
import { ConflictNotice } from "../draft/ConflictNotice.tsx";
import { Differences } from "../draft/Differences.tsx";
import { Recovery, useRecovery } from "../draft/Recovery.tsx";
import { SaveStatus } from "../draft/SaveStatus.tsx";
import { getAt } from "../draft/set-at.ts";
import { useDraft, type DraftInHand } from "../draft/use-draft.ts";
import { useLabel, useText } from "../i18n/use-text.ts";

interface OwnTextProps {
  initial: DraftView;
  onDraft: (draft: Pick<DraftInHand, "state" | "version" | "problems">) => void;
}

interface Part {
  path: string;
  name: string;
  rows: number;
}

const paths = [
  ...sections.map(({ key }) => `editorial.sections.${key}`),
  "editorial.assessment",
  "editorial.recommendations",
];

function useParts(): Part[] {
  const text = useText();
  const label = useLabel();
  return [
    ...sections.map(({ key, label: name }) => ({
      path: `editorial.sections.${key}`,
      name: `${key}. ${label(name)}`,
      rows: 2,
    })),
    ...(["assessment", "recommendations"] as const).map((key) => ({
      path: `editorial.${key}`,
      name: text(`desk.${key}`),
      rows: 3,
    })),
  ];
}

const textAt = (body: object, path: string): string => {
  const value = getAt(body, path);
  return typeof value === "string" ? value : "";
};

/** Only the department's own words are written here, and only they are sent; every figure comes from the reports. */
export function OwnText({ initial, onDraft }: OwnTextProps) {
  const draft = useDraft(initial.caseId, initial, paths);
  const parts = useParts();
  const found = useRecovery(initial, draft, true);
  const { state, version, problems } = draft;
  const known = useMemo(() => ({ state, version, problems }), [state, version, problems]);
  useEffect(() => onDraft(known), [known, onDraft]);
  return (
    <Box sx={{ display: "grid", gap: 2 }}>
      <Recovery found={found} />
      <ConflictNotice
        draft={draft}
        parts={parts}
        show={(part, mine, theirs) => (
          <Differences
            differences={[{ key: part, label: "", mine: textAt(mine, part), theirs: textAt(theirs, part) }]}
          />
        )}
      />
      <SaveStatus draft={draft} readOnly={false} ground="background.paper" />
      {parts.map(({ path, name, rows }) => (
        <TextField
          key={path}
          multiline
          minRows={rows}
          label={name}
          disabled={found.kept !== null}
          value={textAt(draft.body, path)}
          onChange={({ target }) => draft.change(path, target.value === "" ? undefined : target.value)}
        />
      ))}
    </Box>
  );
}
