import { Box, Link } from "@mui/material";
import type { DraftView } from "../../../domain/contracts/cases.ts";
import { useText } from "../i18n/use-text.ts";

interface ProblemListProps {
  problems: DraftView["problems"];
  onFix: (section: string, path: string) => void;
}

/** Each leads to the place it speaks of. */
export function ProblemList({ problems, onFix }: ProblemListProps) {
  const text = useText();
  return (
    <Box component="ul" sx={{ m: 0, mt: 1, pl: 2.5, display: "grid", gap: 0.75 }}>
      {problems.map(({ section, path, code, message }) => (
        <li key={path + code + message}>
          <Link
            component="button"
            type="button"
            sx={{ textAlign: "left", font: "inherit" }}
            onClick={() => onFix(section, path)}
          >
            {section === "head" && `${text("draft.head")}: `}
            {message}
          </Link>
        </li>
      ))}
    </Box>
  );
}
