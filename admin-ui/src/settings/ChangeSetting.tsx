import { useState } from "react";
import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from "@mui/material";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { localDate } from "../../../domain/calendar/local-time.ts";
import type { SettingView } from "../../../domain/contracts/settings.ts";
import { ProblemNotice } from "../elements/States.tsx";
import { useLabel, useText } from "../i18n/use-text.ts";
import { isOutcomeUnknown } from "../providers/api-problem.ts";
import { newCommandId } from "../providers/command-id.ts";
import { useProvider } from "../providers/use-provider.ts";
import { useNow } from "../time/use-now.ts";
import { typedSetting } from "./setting-value.ts";

interface ChangeSettingProps {
  setting: SettingView;
  name: string;
  onClose: () => void;
  onSaved: (from: string) => void;
}

/** A new value from a day on; what was in force before stays on record. */
export function ChangeSetting({ setting, name, onClose, onSaved }: ChangeSettingProps) {
  const text = useText();
  const label = useLabel();
  const provider = useProvider();
  const client = useQueryClient();
  const today = localDate(useNow());
  const [id, setId] = useState(newCommandId);
  const [typed, setTyped] = useState(setting.type === "choice" ? setting.value : "");
  const [from, setFrom] = useState(today);
  const [document, setDocument] = useState("");
  const [tried, setTried] = useState(false);
  const value = typedSetting(setting, typed);
  const wrong = { value: value === null, from: from < today, document: document.trim() === "" };
  const save = useMutation({
    mutationFn: () => provider.changeSetting(setting.key, { id, from, value: value ?? "", document: document.trim() }),
    onSuccess: (answer) => {
      client.setQueryData(["settings"], answer);
      onSaved(from);
    },
    onError: (error) => !isOutcomeUnknown(error) && setId(newCommandId()),
  });
  const send = () => {
    setTried(true);
    if (!wrong.value && !wrong.from && !wrong.document) save.mutate();
  };
  const choice = setting.type === "choice";
  const date = setting.type === "date-or-always";
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={save.isPending ? undefined : onClose} aria-labelledby="change-title">
      <DialogTitle id="change-title">{text("settings.changeOf", { name })}</DialogTitle>
      <DialogContent sx={{ display: "grid", gap: 2, "& > :first-of-type": { mt: 1 } }}>
        <TextField
          required={!date}
          select={choice}
          type={date ? "date" : "text"}
          label={text("settings.value")}
          value={typed}
          error={tried && wrong.value}
          helperText={tried && wrong.value ? text("settings.wrong") : hintOf()}
          slotProps={{
            ...(choice && { select: { native: true } }),
            ...((choice || date) && { inputLabel: { shrink: true } }),
          }}
          onChange={(event) => setTyped(event.target.value)}
        >
          {choice &&
            setting.options.map((option) => (
              <option key={option.value} value={option.value}>
                {label(option.label)}
              </option>
            ))}
        </TextField>
        <TextField
          required
          type="date"
          label={text("settings.from")}
          value={from}
          error={tried && wrong.from}
          helperText={tried && wrong.from ? text("settings.early") : undefined}
          slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: today } }}
          onChange={(event) => setFrom(event.target.value)}
        />
        <TextField
          required
          multiline
          label={text("settings.document")}
          value={document}
          error={tried && wrong.document}
          helperText={tried && wrong.document ? text("rounds.fill") : undefined}
          onChange={(event) => setDocument(event.target.value)}
        />
        {save.error && <ProblemNotice error={save.error} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{text("app.cancel")}</Button>
        <Button variant="contained" disabled={save.isPending} onClick={send}>
          {text("settings.save")}
        </Button>
      </DialogActions>
    </Dialog>
  );

  function hintOf(): string | undefined {
    if (setting.type === "dong") return text("settings.dong");
    if (setting.type === "days") return text("settings.days");
    if (setting.type === "day-of-year") return text("settings.dayHint");
    return date ? text("settings.always") : undefined;
  }
}
