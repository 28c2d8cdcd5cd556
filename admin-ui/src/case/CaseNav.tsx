import type { ReactNode } from "react";
import { Box, IconButton, Typography } from "@mui/material";
import BackIcon from "@mui/icons-material/ChevronLeft";
import ForwardIcon from "@mui/icons-material/ChevronRight";
import { Link } from "react-router";
import type { InboxItem } from "../../../domain/contracts/cases.ts";
import { TextLink } from "../elements/TextLink.tsx";
import { useText } from "../i18n/use-text.ts";
import type { Neighbours } from "./use-neighbours.ts";

/** From file to file of one's open work, without the way back over the list. */
export function CaseNav({ neighbours }: { neighbours: Neighbours }) {
  const text = useText();
  const { place, total, previous, next } = neighbours;
  if (place === null) return null;
  return (
    <Box component="nav" aria-label={text("case.inInbox")} className="no-print" sx={navStyle}>
      <TextLink to="/inbox">{text("menu.inbox")}</TextLink>
      <Typography variant="body2" color="text.secondary">
        {text("case.placeOf", { place, total })}
      </Typography>
      <Step to={place > 1 ? previous : null} label={text("case.previousCase")} icon={<BackIcon />} />
      <Step to={place < total ? next : null} label={text("case.nextCase")} icon={<ForwardIcon />} />
    </Box>
  );
}

function Step({ to, label, icon }: { to: InboxItem | null; label: string; icon: ReactNode }) {
  if (to === null) return null;
  return (
    <IconButton component={Link} to={`/cases/${to.id}`} size="small" aria-label={`${label}: ${to.title}`}>
      {icon}
    </IconButton>
  );
}

const navStyle = { display: "flex", alignItems: "center", gap: 1, minHeight: 36, mb: 0.5 } as const;
