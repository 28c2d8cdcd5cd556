import { Box } from "@mui/material";
import { Link } from "react-router";
import { useText } from "../i18n/use-text.ts";
import { planParts, type PlanPart } from "./parts.ts";

export function PartNav({ part }: { part: PlanPart }) {
  const text = useText();
  return (
    <Box component="nav" aria-label={text("plan.pages")} sx={{ mb: 2, overflowX: "auto" }}>
      <Box component="ul" sx={{ display: "flex", gap: 0.75, listStyle: "none", m: 0, p: 0.5 }}>
        {planParts.map((name) => (
          <li key={name}>
            <Box
              component={Link}
              to={`/plan/${name}`}
              {...(name === part && { "aria-current": "page" as const })}
              sx={name === part ? { ...pill, ...here } : pill}
            >
              {text(`menu.${name}`)}
            </Box>
          </li>
        ))}
      </Box>
    </Box>
  );
}

const pill = {
  display: "flex",
  alignItems: "center",
  minHeight: { xs: 44, sm: 36 },
  px: 1.75,
  borderRadius: 5,
  border: 1,
  borderColor: "divider",
  bgcolor: "background.paper",
  color: "text.primary",
  fontSize: "0.875rem",
  fontWeight: 500,
  textDecoration: "none",
  whiteSpace: "nowrap",
} as const;
const here = { bgcolor: "primary.main", color: "primary.contrastText", borderColor: "primary.main", fontWeight: 600 };
