import { useState } from "react";
import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField, Typography } from "@mui/material";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import type { MemberView } from "../../../domain/contracts/campaigns.ts";
import type { ActionView, CaseView } from "../../../domain/contracts/cases.ts";
import { CommandOutcome, isStale } from "../case/CommandOutcome.tsx";
import { useCommand } from "../case/use-command.ts";
import { useText } from "../i18n/use-text.ts";
import { newCommandId } from "../providers/command-id.ts";

interface FreezeDialogProps {
  view: CaseView;
  action: ActionView;
  draftVersion: number;
  missing: readonly MemberView[];
  /** Names the reports whose figures are on the screen. */
  seen: string;
  onClose: () => void;
}

/** The snapshot is taken once; who is not in it, and why, is part of what is signed. */
export function FreezeDialog({ view, action, draftVersion, missing, seen, onClose }: FreezeDialogProps) {
  const text = useText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { state, send, reset } = useCommand();
  const [id, setId] = useState(newCommandId);
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [common, setCommon] = useState("");
  const [tried, setTried] = useState(false);
  const reasonOf = (unit: string) => (reasons[unit] ?? "").trim();
  const blank = missing.filter(({ unit }) => reasonOf(unit) === "");

  const fill = () => setReasons({ ...reasons, ...Object.fromEntries(blank.map(({ unit }) => [unit, common.trim()])) });
  const freeze = () => {
    setTried(true);
    const first = blank[0];
    if (first) return document.getElementById(`reason-${first.unit}`)?.focus();
    const body = {
      verb: "freeze" as const,
      draftVersion,
      seen,
      missing: missing.map(({ unit }) => ({ unit, reason: reasonOf(unit) })),
    };
    const expected = { step: view.step, round: view.round, contentHash: view.content?.hash ?? null };
    const as = { unit: action.as.unit, role: action.as.role };
    return void send({ caseId: view.id, title: view.title, act: action.label, request: { id, expected, as, body } });
  };
  const again = () => {
    setId(newCommandId());
    reset();
  };
  return (
    <Dialog
      open
      fullWidth
      maxWidth="md"
      onClose={state.at === "sending" ? undefined : onClose}
      aria-labelledby="freeze-title"
    >
      <DialogTitle id="freeze-title">{text("desk.freezeTitle")}</DialogTitle>
      <DialogContent>
        {state.at === "idle" && (
          <Box sx={{ display: "grid", gap: 2 }}>
            <Typography>{text("desk.freezeText")}</Typography>
            {missing.length > 0 && (
              <>
                <Typography sx={{ fontWeight: 600 }}>
                  {text("desk.missingNote", { smart_count: missing.length })}
                </Typography>
                <Box sx={{ display: "flex", gap: 1.5, flexWrap: "wrap", alignItems: "flex-start" }}>
                  <TextField
                    label={text("desk.bulkReason")}
                    value={common}
                    sx={{ flex: "1 1 260px" }}
                    onChange={(event) => setCommon(event.target.value)}
                  />
                  <Button variant="outlined" disabled={common.trim() === ""} onClick={fill}>
                    {text("desk.bulkApply")}
                  </Button>
                </Box>
                <Box
                  sx={{ display: "grid", gap: 1.5, maxHeight: 320, overflowY: "auto", pt: 1 }}
                  tabIndex={0}
                  role="group"
                  aria-label={text("desk.missing")}
                >
                  {missing.map(({ unit, unitName }) => (
                    <TextField
                      key={unit}
                      required
                      id={`reason-${unit}`}
                      label={text("desk.reasonFor", { unit: unitName })}
                      value={reasons[unit] ?? ""}
                      error={tried && reasonOf(unit) === ""}
                      helperText={tried && reasonOf(unit) === "" ? text("decide.reasonRequired") : undefined}
                      onChange={(event) => setReasons({ ...reasons, [unit]: event.target.value })}
                    />
                  ))}
                </Box>
              </>
            )}
          </Box>
        )}
        <CommandOutcome
          state={state}
          onRetry={(sending) => void send(sending)}
          onReload={() => {
            void client.invalidateQueries({ queryKey: ["desk"] });
            onClose();
          }}
        />
      </DialogContent>
      <DialogActions>
        {state.at === "idle" && (
          <>
            <Button onClick={onClose}>{text("app.cancel")}</Button>
            <Button variant="contained" onClick={freeze}>
              {text("desk.freeze")}
            </Button>
          </>
        )}
        {state.at === "refused" && !isStale(state.error) && <Button onClick={again}>{text("app.back")}</Button>}
        {state.at === "unknown" && <Button onClick={onClose}>{text("app.close")}</Button>}
        {state.at === "answered" && (
          <Button variant="contained" onClick={() => void navigate(`/cases/${view.id}`)}>
            {text("desk.openDossier")}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
