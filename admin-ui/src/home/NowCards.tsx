import { Box, Button, Typography } from "@mui/material";
import { Link } from "react-router";
import { useText } from "../i18n/use-text.ts";
import { dueDate } from "../time/dates.ts";
import type { Now } from "./now.ts";

export function NowCards({ things }: { things: readonly Now[] }) {
  return (
    <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0, mb: 2.5, display: "grid", gap: 1.5 }}>
      {things.map((thing, index) => (
        <NowCard key={thing.key} thing={thing} first={index === 0} />
      ))}
    </Box>
  );
}

function NowCard({ thing: { title, note, tone, dueAt, action }, first }: { thing: Now; first: boolean }) {
  const text = useText();
  const due = dueAt ? text("due.on", { date: dueDate(dueAt) }) : null;
  const lines = [note && text(note.key, note.values), due].filter((line) => line !== undefined && line !== null);
  return (
    <Box component="li" sx={{ ...cardStyle, borderLeftColor: `tone.${tone}.ink` }}>
      <Box sx={{ flex: "1 1 260px", minWidth: 0 }}>
        <Typography variant="h2">{"name" in title ? title.name : text(title.key, title.values)}</Typography>
        {lines.length > 0 && (
          <Typography variant="body2" color="text.secondary">
            {lines.join(" · ")}
          </Typography>
        )}
      </Box>
      <Button component={Link} to={action.to} variant={first ? "contained" : "outlined"} size="large">
        {text(action.key)}
      </Button>
    </Box>
  );
}

const cardStyle = {
  display: "flex",
  flexWrap: "wrap",
  alignItems: "center",
  gap: 2,
  px: { xs: 2, sm: 2.5 },
  py: 2,
  bgcolor: "background.paper",
  border: 1,
  borderColor: "divider",
  borderLeft: 4,
  borderRadius: 1.5,
} as const;
