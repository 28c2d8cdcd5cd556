import type { ReactNode } from "react";
import { Link as MuiLink } from "@mui/material";
import { Link } from "react-router";

interface TextLinkProps {
  to: string;
  children: ReactNode;
  label?: string;
  onClick?: () => void;
}

export function TextLink({ to, children, label, onClick }: TextLinkProps) {
  return (
    <MuiLink
      component={Link}
      to={to}
      sx={{ fontWeight: 600 }}
      {...(onClick && { onClick })}
      {...(label ? { "aria-label": label } : {})}
    >
      {children}
    </MuiLink>
  );
}
