import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import FormControlLabel from "@mui/material/FormControlLabel";
import Switch from "@mui/material/Switch";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import type { MessageKey } from "../i18n/messages.ts";
import { useText } from "../i18n/use-text.ts";
import { setShortcuts, shortcutsOn } from "./shortcuts.ts";

const keys: readonly [string, MessageKey][] = [
  ["?", "help.show"],
  ["G H", "help.goHome"],
  ["G I", "help.goInbox"],
  ["G C", "help.goCases"],
  ["G K", "help.goCycles"],
  ["/", "help.search"],
  ["J / K", "help.next"],
  ["A", "help.approve"],
  ["R", "help.return"],
  ["N / P", "help.neighbour"],
  ["Ctrl S", "help.save"],
  ["Esc", "help.escape"],
];
const words = ["case", "round", "receipt", "nothing"] as const;

export function HelpDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useText();
  const [on, setOn] = useState(shortcutsOn);
  const change = (next: boolean) => {
    setShortcuts(next);
    setOn(next);
  };
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby="help-title" maxWidth="sm" fullWidth>
      <DialogTitle id="help-title">{t("help.title")}</DialogTitle>
      <DialogContent>
        <Typography variant="h3" component="h3" sx={{ mt: 1, mb: 1 }}>
          {t("help.keys")}
        </Typography>
        <Box component="dl" sx={{ m: 0, display: "grid", gridTemplateColumns: "6rem 1fr", rowGap: 0.75 }}>
          {keys.map(([key, label]) => [
            <Box component="dt" key={key}>
              <Box
                component="kbd"
                sx={{ px: 0.75, border: 1, borderColor: "divider", borderRadius: 1, fontSize: "0.8125rem" }}
              >
                {key}
              </Box>
            </Box>,
            <Box component="dd" key={`${key}-text`} sx={{ m: 0 }}>
              {t(label)}
            </Box>,
          ])}
        </Box>
        <FormControlLabel
          sx={{ mt: 1.5 }}
          control={<Switch checked={on} onChange={(event) => change(event.target.checked)} />}
          label={t("help.keysOn")}
        />
        <Typography variant="body2" color="text.secondary">
          {t("help.keysNote")}
        </Typography>
        <Typography variant="h3" component="h3" sx={{ mt: 3, mb: 1 }}>
          {t("help.wordsTitle")}
        </Typography>
        <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
          {words.map((word) => (
            <li key={word}>{t(`help.words.${word}`)}</li>
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} variant="contained">
          {t("app.close")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
