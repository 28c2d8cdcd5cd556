import { useState } from "react";
import { Box, Button, Typography } from "@mui/material";
import type { ActionView, CaseView } from "../../../domain/contracts/cases.ts";
import type { StuckRow } from "../../../domain/contracts/operations.ts";
import { DecideDialog } from "../case/DecideDialog.tsx";
import { ProblemNotice } from "../elements/States.tsx";
import { Tag } from "../elements/Tag.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import { usePostName } from "../elements/use-post-name.ts";
import { useLabel, useText } from "../i18n/use-text.ts";
import { useProvider } from "../providers/use-provider.ts";
import { clock, dateTime } from "../time/dates.ts";
import { candidatesOf } from "./candidates.ts";

type Remedy = StuckRow["remedies"][number];

function useRemedy(row: StuckRow) {
  const provider = useProvider();
  const [choice, setChoice] = useState<{ view: CaseView; action: ActionView } | null>(null);
  const [error, setError] = useState<unknown>(null);
  // The remedy is sent for the case as it is at this moment, not as it was when the list was drawn.
  const open = async ({ verb }: Remedy) => {
    setError(null);
    if (!row.case) return;
    try {
      const view = await provider.getCase(row.case.id);
      const action = view.actions.find((candidate) => candidate.verb === verb && candidate.enabled);
      if (action) setChoice({ view, action });
    } catch (failure) {
      setError(failure);
    }
  };
  return { choice, error, open, close: () => setChoice(null) };
}

/** What has no record yet has no page either. */
function SubjectName({ row: { subject, case: record, cause } }: { row: StuckRow }) {
  if (record) return <TextLink to={`/cases/${record.id}`}>{subject.title}</TextLink>;
  if (subject.kind === "campaign" && cause !== "not-recorded") {
    return <TextLink to={`/cycles/${subject.id}`}>{subject.title}</TextLink>;
  }
  return <strong>{subject.title}</strong>;
}

export function StuckItem({ row }: { row: StuckRow }) {
  const text = useText();
  const label = useLabel();
  const postName = usePostName();
  const remedy = useRemedy(row);
  return (
    <Box component="li" sx={{ px: 2.5, py: 2, borderTop: 1, borderColor: "divider", display: "grid", gap: 1 }}>
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1.5, alignItems: "center" }}>
        <Tag tone="late">{label(row.causeName)}</Tag>
        <SubjectName row={row} />
      </Box>
      <Typography variant="body2" color="text.secondary">
        {row.case && `${row.case.unitName} · ${label(row.case.stepName)} · `}
        {text("stuck.since")} {dateTime(row.since)}
        {row.waitsFor.length > 0 && ` · ${text("stuck.waitsFor")}: ${row.waitsFor.map(postName).join("; ")}`}
      </Typography>
      {row.error && (
        <Box sx={errorBox}>
          <strong>{text("stuck.error")}</strong>: {row.error.message}
          <div>
            {text("stuck.attempt", { attempt: row.error.attempt })}
            {row.error.nextAttemptAt && `, ${text("stuck.nextAttempt", { time: clock(row.error.nextAttemptAt) })}`}
          </div>
        </Box>
      )}
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1.5 }}>
        {row.remedies.map((one) => (
          <Box key={one.verb}>
            {one.verb === "wait" ? (
              <Typography variant="body2">{text("stuck.wait")}</Typography>
            ) : (
              <Button
                size="small"
                variant="outlined"
                aria-label={`${text(`stuck.${one.verb}`)}: ${row.subject.title}`}
                disabled={!one.enabled}
                onClick={() => void remedy.open(one)}
              >
                {text(`stuck.${one.verb}`)}
              </Button>
            )}
            {one.reason && (
              <Typography variant="caption" component="p" color="text.secondary">
                {one.reason}
              </Typography>
            )}
          </Box>
        ))}
      </Box>
      {remedy.error !== null && <ProblemNotice error={remedy.error} />}
      {remedy.choice && (
        <DecideDialog {...remedy.choice} candidates={candidatesOf(row, postName, text)} onClose={remedy.close} />
      )}
    </Box>
  );
}

const errorBox = {
  p: 1.5,
  borderRadius: 2,
  bgcolor: "surface.band",
  fontFamily: "ui-monospace, monospace",
  fontSize: "0.8125rem",
  overflowWrap: "anywhere",
} as const;
