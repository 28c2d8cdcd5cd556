import { Box } from "@mui/material";
import { useText } from "../i18n/use-text.ts";

const keys = ["move", "edit", "select", "clipboard", "undo", "rows", "leave"] as const;

export function GridHelp() {
  const text = useText();
  return (
    <Box component="details" sx={{ fontSize: "0.8125rem", color: "text.secondary" }}>
      <Box component="summary" sx={{ cursor: "pointer", py: 0.5 }}>
        {text("grid.keys.title")}
      </Box>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {keys.map((key) => (
          <li key={key}>{text(`grid.keys.${key}`)}</li>
        ))}
      </Box>
    </Box>
  );
}
