import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useEffect, type ReactNode } from "react";
import { useText } from "../i18n/use-text.ts";

interface PageHeadProps {
  title: string;
  /** Small line above the title: where we are. */
  over?: ReactNode;
  /** Line below: what it is about. */
  lead?: ReactNode;
  actions?: ReactNode;
}

/** The one h1 of a page; it also names the browser tab. */
export function PageHead({ title, over, lead, actions }: PageHeadProps) {
  const t = useText();
  useEffect(() => {
    document.title = `${title} · ${t("app.name")}`;
  }, [title, t]);
  return (
    <Box
      component="header"
      className="no-print"
      sx={{ display: "flex", flexWrap: "wrap", gap: 2, alignItems: "flex-end", mb: 3 }}
    >
      <Box sx={{ flex: "1 1 20rem", minWidth: 0 }}>
        {over !== undefined && (
          <Typography component="p" variant="body2" color="text.secondary" sx={{ mb: 0.25 }}>
            {over}
          </Typography>
        )}
        <Typography variant="h1" tabIndex={-1} id="page-title">
          {title}
        </Typography>
        {lead !== undefined && (
          <Typography component="div" color="text.secondary" sx={{ mt: 0.5, maxWidth: "72ch" }}>
            {lead}
          </Typography>
        )}
      </Box>
      {actions !== undefined && <Box sx={{ display: "flex", gap: 1, flexWrap: "wrap" }}>{actions}</Box>}
    </Box>
  );
}
