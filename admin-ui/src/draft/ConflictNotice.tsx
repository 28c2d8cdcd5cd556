import { useState } from "react";
import {
  Alert,
  AlertTitle,
  Box,
  Button,
  FormControlLabel,
  FormControl,
  FormLabel,
  Radio,
  RadioGroup,
} from "@mui/material";
import { SECTION_KEYS } from "../../../domain/report/form-spec.ts";
import { useText } from "../i18n/use-text.ts";
import { getAt, setAt, type Json } from "./set-at.ts";
import type { DraftInHand } from "./use-draft.ts";

const parts = ["head", ...SECTION_KEYS.map((key) => `sections.${key}`)];
const differs = (mine: Json, theirs: Json, part: string): boolean =>
  JSON.stringify(getAt(mine, part)) !== JSON.stringify(getAt(theirs, part));

/** Nobody's words are lost without a choice: section by section, mine or the saved one. */
export function ConflictNotice({ draft }: { draft: DraftInHand }) {
  const text = useText();
  const [mine, setMine] = useState<Readonly<Record<string, boolean>>>({});
  if (draft.state.at !== "conflict") return null;
  const { theirs } = draft.state;
  const open = parts.filter((part) => differs(draft.body, theirs.body, part));
  const apply = () => {
    const merged = open.reduce<Json>(
      (body, part) => (mine[part] === false ? body : (setAt(body, part.split("."), getAt(draft.body, part)) as Json)),
      theirs.body,
    );
    draft.settle(merged, theirs);
  };
  return (
    <Alert severity="warning" role="alert" sx={{ mb: 2 }}>
      <AlertTitle>{text("conflict.title")}</AlertTitle>
      {text("conflict.text", { name: theirs.updatedBy ?? text("conflict.someone") })}
      {open.map((part) => {
        const name = part === "head" ? text("draft.head") : part.replace("sections.", "");
        return (
          <FormControl key={part} component="fieldset" sx={{ display: "block", mt: 1 }}>
            <FormLabel component="legend">{text("conflict.choose", { section: name })}</FormLabel>
            <RadioGroup
              row
              value={mine[part] === false ? "theirs" : "mine"}
              onChange={(_, choice) => setMine({ ...mine, [part]: choice === "mine" })}
            >
              <FormControlLabel value="mine" control={<Radio />} label={text("conflict.mine")} />
              <FormControlLabel value="theirs" control={<Radio />} label={text("conflict.theirs")} />
            </RadioGroup>
          </FormControl>
        );
      })}
      <Box sx={{ mt: 1 }}>
        <Button variant="contained" onClick={apply}>
          {text("conflict.apply")}
        </Button>
      </Box>
    </Alert>
  );
}
