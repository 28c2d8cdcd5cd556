import { useState } from "react";
import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField, Typography } from "@mui/material";
import { useText } from "../i18n/use-text.ts";
import { editOf, linesOf, noEdit, takeBack, type EditDraft } from "./edit-draft.ts";
import { Moves } from "./Moves.tsx";
import { SaveOutcome } from "./SaveOutcome.tsx";
import { useEditWords } from "./use-edit-words.ts";
import { useSaveCalendar } from "./use-save-calendar.ts";

interface ReviewDialogProps {
  draft: EditDraft;
  onChange: (draft: EditDraft) => void;
  onClose: () => void;
}

/** What changes, what moves by it, and why: only then is it saved. */
export function ReviewDialog({ draft, onChange, onClose }: ReviewDialogProps) {
  const text = useText();
  const words = useEditWords();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const { save, send, unknown, rebase } = useSaveCalendar();
  const rebased = () => void rebase().then((base) => onChange({ ...draft, base }));
  const lines = linesOf(editOf(draft));
  const lacking = tried && reason.trim() === "";
  const done = save.data !== undefined;
  const confirm = () => {
    setTried(true);
    if (reason.trim() === "") return document.getElementById("calendar-reason")?.focus();
    send({ base: draft.base, edit: editOf(draft), reason: reason.trim() });
  };
  const close = () => {
    if (done) onChange(noEdit(save.data?.serial ?? draft.base));
    onClose();
  };
  return (
    <Dialog open onClose={save.isPending ? undefined : close} fullWidth maxWidth="md" aria-labelledby="review-title">
      <DialogTitle id="review-title">{text("calendar.reviewTitle")}</DialogTitle>
      <DialogContent>
        <SaveOutcome save={save} unknown={unknown} onRebase={rebased} />
        {!done && (
          <>
            <Typography variant="h3" sx={{ mb: 0.5 }}>
              {text("calendar.edits")}
            </Typography>
            <Box component="ul" sx={{ m: 0, mb: 2.5, p: 0, listStyle: "none" }}>
              {lines.map((line) => (
                <Box component="li" key={line.kind + line.key} sx={lineStyle}>
                  <Box sx={{ flex: 1, minWidth: 0 }}>{words(line)}</Box>
                  <Button
                    size="small"
                    disabled={save.isPending || unknown}
                    aria-label={text("calendar.removeOf", { what: words(line) })}
                    onClick={() => onChange(takeBack(draft, line))}
                  >
                    {text("calendar.remove")}
                  </Button>
                </Box>
              ))}
            </Box>
            {lines.length > 0 && <Moves base={draft.base} edit={editOf(draft)} onRebase={rebased} />}
            <TextField
              required
              multiline
              id="calendar-reason"
              label={text("calendar.reason")}
              value={reason}
              disabled={save.isPending || unknown}
              error={lacking}
              helperText={text(lacking ? "calendar.reasonRequired" : "calendar.reasonHelp")}
              onChange={({ target }) => setReason(target.value)}
            />
          </>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={close} disabled={save.isPending}>
          {text(done ? "app.close" : "app.back")}
        </Button>
        {!done && !unknown && (
          <Button variant="contained" disabled={save.isPending || lines.length === 0} onClick={confirm}>
            {text(save.isPending ? "calendar.saving" : "calendar.save")}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}

const lineStyle = {
  display: "flex",
  gap: 1.5,
  alignItems: "center",
  py: 0.75,
  borderBottom: 1,
  borderColor: "divider",
  fontSize: "0.9375rem",
} as const;
