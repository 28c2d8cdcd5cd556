import { Box, Button, TextField } from "@mui/material";
import { Tag } from "../elements/Tag.tsx";
import { visuallyHidden } from "../elements/visually-hidden.ts";
import { useRoomy } from "../elements/use-width.ts";
import { useLabel, useText } from "../i18n/use-text.ts";
import { sectionName } from "./draft-form.ts";
import { useForm } from "./form-context.ts";
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
  const { form } = useForm();
  const entries: [key: string, name: string][] = [
    ...(form.headFields.length > 0 ? [["head", text("draft.head")] as [string, string]] : []),
    ...form.sections.map((section): [string, string] => [
      section.key,
      sectionName(form, section, label(section.label)),
    ]),
    ["check", text("check.title")],
  ];
  // A table's own sections go by their names, a report's by their numbers.
  const cameBack = (key: string, name: string) => returned.includes(key) || returned.includes(name);
  const roomy = useRoomy();
  const openIn = (key: string) =>
    draft.problems.filter(({ section, severity }) => section === key && severity !== "warn").length;
  if (!roomy) {
    const standing = (key: string) =>
      key === "check"
        ? ""
        : ` (${openIn(key) === 0 ? text("draft.done") : text("draft.left", { smart_count: openIn(key) })})`;
    return (
      <TextField
        select
        label={text("draft.section", { at: entries.findIndex(([key]) => key === at) + 1, total: entries.length })}
        value={at}
        slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
        onChange={({ target }) => onChoose(target.value)}
      >
        {entries.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
            {standing(key)}
            {cameBack(key, name) && ` · ${text("draft.returned")}`}
          </option>
        ))}
      </TextField>
    );
  }
  return (
    <Box component="nav" aria-label={text("draft.sections")}>
      <Box component="ol" sx={listStyle}>
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
              {key !== "check" && <Standing open={openIn(key)} />}
            </Button>
            {cameBack(key, name) && <Tag tone="soon">{text("draft.returned")}</Tag>}
          </li>
        ))}
      </Box>
    </Box>
  );
}

const listStyle = { listStyle: "none", p: 0, m: 0, position: "sticky", top: 130, display: "grid", gap: 0.25 } as const;

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
