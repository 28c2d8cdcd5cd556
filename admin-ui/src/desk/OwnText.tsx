import { useEffect, useMemo, type ReactNode } from "react";
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

interface Part {
  path: string;
  name: string;
  /** What is written there, where it is more than a text. */
  shown?: (body: object) => string;
}

interface OwnTextProps {
  initial: DraftView;
  onDraft: (draft: Pick<DraftInHand, "state" | "version" | "problems">) => void;
  /** Sections a report has words of its own for; a list has none. */
  numbered?: typeof sections;
  /** What else of the draft is in the department's hand, and how it is written. */
  more?: readonly Part[];
  children?: (draft: Pick<DraftInHand, "body" | "change">, readOnly: boolean) => ReactNode;
}

function useTexts(numbered: typeof sections): (Part & { rows: number })[] {
  const text = useText();
  const label = useLabel();
  return [
    ...numbered.map(({ key, label: name }) => ({
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

/** The very same list for as long as it says the same. */
function useSame(paths: readonly string[]): readonly string[] {
  const written = paths.join("\n");
  return useMemo(() => written.split("\n"), [written]);
}

/** Only the department's own words are written here, and only they are sent; every figure comes from the reports. */
export function OwnText({ initial, onDraft, numbered = sections, more = [], children }: OwnTextProps) {
  const texts = useTexts(numbered);
  const parts: readonly Part[] = [...more, ...texts];
  const draft = useDraft(initial.caseId, initial, useSame(parts.map(({ path }) => path)));
  const found = useRecovery(initial, draft, true);
  const readOnly = found.kept !== null;
  const shown = (part: string, body: object): string =>
    parts.find(({ path }) => path === part)?.shown?.(body) ?? textAt(body, part);
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
          <Differences differences={[{ key: part, label: "", mine: shown(part, mine), theirs: shown(part, theirs) }]} />
        )}
      />
      <SaveStatus draft={draft} readOnly={false} ground="background.paper" />
      {children?.(draft, readOnly)}
      {texts.map(({ path, name, rows }) => (
        <TextField
          key={path}
          multiline
          minRows={rows}
          label={name}
          disabled={readOnly}
          value={textAt(draft.body, path)}
          onChange={({ target }) => draft.change(path, target.value === "" ? undefined : target.value)}
        />
      ))}
    </Box>
  );
}
