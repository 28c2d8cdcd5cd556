import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { SvgIconComponent } from "@mui/icons-material";
import AllDoneIcon from "@mui/icons-material/TaskAltOutlined";
import NoMatchIcon from "@mui/icons-material/SearchOffOutlined";
import FirstUseIcon from "@mui/icons-material/InboxOutlined";
import type { ReactNode } from "react";

/** Nothing yet, nothing that matches and nothing left to do are three different messages. */
export type Emptiness = "first-use" | "no-match" | "all-done";
const icons: Record<Emptiness, SvgIconComponent> = {
  "first-use": FirstUseIcon,
  "no-match": NoMatchIcon,
  "all-done": AllDoneIcon,
};

interface EmptyStateProps {
  kind: Emptiness;
  title: string;
  text?: string;
  action?: ReactNode;
}

export function EmptyState({ kind, title, text, action }: EmptyStateProps) {
  const Icon = icons[kind];
  return (
    <Box role="status" sx={{ textAlign: "center", px: 3, py: { xs: 5, sm: 7 } }}>
      <Box
        sx={(theme) => ({
          width: 56,
          height: 56,
          mx: "auto",
          mb: 2,
          borderRadius: "50%",
          display: "grid",
          placeItems: "center",
          bgcolor: theme.palette.tone[kind === "all-done" ? "good" : "neutral"].wash,
          color: theme.palette.tone[kind === "all-done" ? "good" : "neutral"].ink,
        })}
      >
        <Icon aria-hidden sx={{ fontSize: 28 }} />
      </Box>
      <Typography component="p" sx={{ fontWeight: 600, fontSize: "1.0625rem" }}>
        {title}
      </Typography>
      {text !== undefined && (
        <Typography color="text.secondary" sx={{ mt: 0.5, mx: "auto", maxWidth: "46ch" }}>
          {text}
        </Typography>
      )}
      {action !== undefined && <Box sx={{ mt: 2.5 }}>{action}</Box>}
    </Box>
  );
}
