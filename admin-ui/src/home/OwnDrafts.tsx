import { Box, Button, Typography } from "@mui/material";
import { Link } from "react-router";
import type { Me } from "../../../domain/contracts/directory.ts";
import { Sheet } from "../elements/Sheet.tsx";
import { useText } from "../i18n/use-text.ts";
import { dueDate } from "../time/dates.ts";

export function OwnDrafts({ drafts }: { drafts: Me["home"]["drafts"] }) {
  const text = useText();
  if (drafts.length === 0) return null;
  return (
    <Sheet title={text("home.drafts")}>
      {drafts.map(({ caseId, title, dueAt, problems }) => (
        <Box key={caseId} sx={{ display: "flex", flexWrap: "wrap", gap: 2, alignItems: "center" }}>
          <Box sx={{ flex: "1 1 240px" }}>
            <Typography variant="h3">{title}</Typography>
            <Typography variant="body2" color="text.secondary">
              {problems > 0 ? text("home.draftProblems", { smart_count: problems }) : text("home.draftReady")}
              {dueAt && ` · ${text("due.on", { date: dueDate(dueAt) })}`}
            </Typography>
          </Box>
          <Button component={Link} to={`/cases/${caseId}/draft`} variant="outlined">
            {text("home.draftOpen")}
          </Button>
        </Box>
      ))}
    </Sheet>
  );
}
