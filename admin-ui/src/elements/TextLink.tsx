import type { ReactNode } from "react";
import { Link as MuiLink } from "@mui/material";
import { Link } from "react-router";

export function TextLink({ to, children, label }: { to: string; children: ReactNode; label?: string }) {
  return (
    <MuiLink component={Link} to={to} sx={{ fontWeight: 600 }} {...(label ? { "aria-label": label } : {})}>
      {children}
    </MuiLink>
  );
}
