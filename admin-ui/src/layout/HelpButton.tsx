import { useCallback, useState } from "react";
import { IconButton } from "@mui/material";
import HelpIcon from "@mui/icons-material/HelpOutlineOutlined";
import { useText } from "../i18n/use-text.ts";
import { HelpDialog } from "./HelpDialog.tsx";
import { useShortcuts } from "./use-shortcuts.ts";

/** Mainly about the keyboard, so a phone's narrow bar does without it. */
export function HelpButton() {
  const text = useText();
  const [open, setOpen] = useState(false);
  useShortcuts(useCallback(() => setOpen(true), []));
  return (
    <>
      <IconButton
        aria-label={text("app.help")}
        onClick={() => setOpen(true)}
        sx={{ display: { xs: "none", sm: "inline-flex" } }}
      >
        <HelpIcon />
      </IconButton>
      <HelpDialog open={open} onClose={() => setOpen(false)} />
    </>
  );
}
