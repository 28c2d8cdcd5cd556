import { useState } from "react";
import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField, Typography } from "@mui/material";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import type { ActionView, CaseView } from "../../../domain/contracts/cases.ts";
import { CommandOutcome, isStale } from "../case/CommandOutcome.tsx";
import { requestFor } from "../case/decision.ts";
import { useCommand } from "../case/use-command.ts";
import { useText } from "../i18n/use-text.ts";
import { newCommandId } from "../providers/command-id.ts";

/** A member that is not in what is frozen, and must be explained. */
export interface Missing {
  unit: string;
  /** Where a unit may have several. */
  case?: string;
  /** What is to be filled in. */
  label: string;
}

export interface FreezeTexts {
  title: string;
  text: string;
  note: string;
  common: string;
  done: string;
}

interface FreezeDialogProps {
  view: CaseView;
  action: ActionView;
  draftVersion: number;
  missing: readonly Missing[];
  texts: FreezeTexts;
  /** Names the reports whose figures are on the screen. */
  seen?: string;
  onClose: () => void;
}

const keyOf = ({ unit, case: caseId }: Missing): string => caseId ?? unit;

/** The snapshot is taken once; who is not in it, and why, is part of what is signed. */
export function FreezeDialog({ view, action, draftVersion, missing, texts, seen, onClose }: FreezeDialogProps) {
  const text = useText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { state, send, reset } = useCommand();
  const [id, setId] = useState(newCommandId);
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [common, setCommon] = useState("");
  const [tried, setTried] = useState(false);
  const reasonOf = (member: Missing) => (reasons[keyOf(member)] ?? "").trim();
  const blank = missing.filter((member) => reasonOf(member) === "");

  const fill = () =>
    setReasons({ ...reasons, ...Object.fromEntries(blank.map((member) => [keyOf(member), common.trim()])) });
  const freeze = () => {
    setTried(true);
    const first = blank[0];
    if (first) return document.getElementById(`reason-${keyOf(first)}`)?.focus();
    const body = {
      verb: "freeze" as const,
      draftVersion,
      ...(seen !== undefined && { seen }),
      missing: missing.map((member) => ({
        unit: member.unit,
        ...(member.case !== undefined && { case: member.case }),
        reason: reasonOf(member),
      })),
    };
    const request = requestFor({ id, view, action }, body);
    return void send({ caseId: view.id, title: view.title, act: action.label, request });
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
      <DialogTitle id="freeze-title">{texts.title}</DialogTitle>
      <DialogContent>
        {state.at === "idle" && (
          <Box sx={{ display: "grid", gap: 2 }}>
            <Typography>{texts.text}</Typography>
            {missing.length > 0 && (
              <>
                <Typography sx={{ fontWeight: 600 }}>{texts.note}</Typography>
                <Box sx={{ display: "flex", gap: 1.5, flexWrap: "wrap", alignItems: "flex-start" }}>
                  <TextField
                    label={texts.common}
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
                  {missing.map((member) => (
                    <TextField
                      key={keyOf(member)}
                      required
                      id={`reason-${keyOf(member)}`}
                      label={member.label}
                      value={reasons[keyOf(member)] ?? ""}
                      error={tried && reasonOf(member) === ""}
                      helperText={tried && reasonOf(member) === "" ? text("decide.reasonRequired") : undefined}
                      onChange={(event) => setReasons({ ...reasons, [keyOf(member)]: event.target.value })}
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
            {texts.done}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
