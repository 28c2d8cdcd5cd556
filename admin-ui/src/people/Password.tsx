import { useState } from "react";
import { Box, Button } from "@mui/material";
import { useText } from "../i18n/use-text.ts";

/** To be read out, written down or copied: one letter must not be taken for another. */
export function Password({ email, password }: { email: string; password: string }) {
  const text = useText();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(password);
    setCopied(true);
  };
  return (
    <Box component="dl" sx={{ display: "grid", gap: 1.5, mt: 2.5, mb: 0 }}>
      <div>
        <Box component="dt" sx={termStyle}>
          {text("people.email")}
        </Box>
        <Box component="dd" sx={{ m: 0, overflowWrap: "anywhere" }}>
          {email}
        </Box>
      </div>
      <div>
        <Box component="dt" sx={termStyle}>
          {text("people.password")}
        </Box>
        <Box component="dd" sx={{ m: 0, display: "flex", flexWrap: "wrap", gap: 1.5, alignItems: "center" }}>
          <Box component="code" data-password sx={{ fontSize: "1.125rem", fontWeight: 600, letterSpacing: "0.04em" }}>
            {password}
          </Box>
          {/* Pages served over plain HTTP may not write to the clipboard. */}
          {window.isSecureContext && (
            <Button size="small" variant="outlined" onClick={() => void copy()}>
              {text(copied ? "app.copied" : "app.copy")}
            </Button>
          )}
        </Box>
      </div>
    </Box>
  );
}

const termStyle = { color: "text.secondary", fontSize: "0.8125rem" } as const;
