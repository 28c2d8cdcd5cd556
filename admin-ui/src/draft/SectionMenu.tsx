import { Box, Button } from "@mui/material";
import { sections } from "../../../domain/report/form.ts";
import { Tag } from "../elements/Tag.tsx";
import { useLabel, useText } from "../i18n/use-text.ts";
import type { DraftInHand } from "./use-draft.ts";

interface SectionMenuProps {
  at: string;
  onChoose: (section: string) => void;
  draft: DraftInHand;
  returned: readonly string[];
}

export function SectionMenu({ at, onChoose, draft, returned }: SectionMenuProps) {
  const text = useText();
  const label = useLabel();
  const entries: [key: string, name: string][] = [
    ["head", text("draft.head")],
    ...sections.map((section): [string, string] => [section.key, `${section.key}. ${label(section.label)}`]),
    ["check", text("check.title")],
  ];
  return (
    <Box component="nav" aria-label={text("draft.sections")}>
      <Box
        component="ol"
        sx={{ listStyle: "none", p: 0, m: 0, position: "sticky", top: 130, display: "grid", gap: 0.25 }}
      >
        {entries.map(([key, name]) => (
          <li key={key}>
            <Button
              fullWidth
              color="inherit"
              aria-current={key === at ? "step" : undefined}
              onClick={() => onChoose(key)}
              sx={{
                justifyContent: "space-between",
                textAlign: "left",
                gap: 1,
                fontWeight: key === at ? 600 : 400,
                bgcolor: key === at ? "tone.accent.wash" : "transparent",
              }}
            >
              <span>{name}</span>
              {key !== "check" && <Standing open={draft.problems.filter(({ section }) => section === key).length} />}
            </Button>
            {returned.includes(key) && <Tag tone="soon">{text("draft.returned")}</Tag>}
          </li>
        ))}
      </Box>
    </Box>
  );
}

function Standing({ open }: { open: number }) {
  const text = useText();
  return open === 0 ? (
    <Tag tone="good">{text("draft.done")}</Tag>
  ) : (
    <Tag tone="soon">
      <Box component="span" sx={visuallyHidden}>
        {text("draft.problems", { smart_count: open })}
      </Box>
      <span aria-hidden="true">{open}</span>
    </Tag>
  );
}

const visuallyHidden = {
  position: "absolute",
  width: "1px",
  height: "1px",
  overflow: "hidden",
  clipPath: "inset(50%)",
} as const;
