import { useEffect, useRef, type ReactNode } from "react";
import { Box, Typography } from "@mui/material";
import { useText } from "../i18n/use-text.ts";

interface PageProps {
  title: string;
  /** The way back, in front of the title. */
  above?: ReactNode;
  lead?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}

/** Every page has one h1; it takes the focus after a change of address, so that a screen reader starts there. */
export function Page({ title, above, lead, aside, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const text = useText();
  const app = text("app.name");
  useEffect(() => {
    document.title = `${title} · ${app}`;
  }, [title, app]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <Box sx={{ maxWidth: 1240, mx: "auto", px: { xs: 2, sm: 3 }, py: { xs: 2, sm: 3 } }}>
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 2, alignItems: "flex-start", mb: 2.5 }}>
        <Box sx={{ flex: "1 1 300px", minWidth: 0 }}>
          {above}
          <Typography variant="h1" ref={heading} tabIndex={-1}>
            {title}
          </Typography>
          {lead && (
            <Typography component="div" variant="body2" color="text.secondary" sx={{ mt: 0.5 }}>
              {lead}
            </Typography>
          )}
        </Box>
        {aside && <Box sx={{ display: "flex", gap: 1, flexWrap: "wrap" }}>{aside}</Box>}
      </Box>
      {children}
    </Box>
  );
}
