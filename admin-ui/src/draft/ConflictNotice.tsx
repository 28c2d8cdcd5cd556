import { useState } from "react";
import {
  Alert,
  AlertTitle,
  Box,
  Button,
  FormControl,
  FormControlLabel,
  FormLabel,
  Radio,
  RadioGroup,
} from "@mui/material";
import { useText } from "../i18n/use-text.ts";
import { partsOf, sectionName } from "./draft-form.ts";
import { useForm } from "./form-context.ts";
import { contested, merged } from "./merge.ts";
import { PartDifferences } from "./PartDifferences.tsx";
import type { DraftInHand } from "./use-draft.ts";

/** Nobody's words are lost without a choice: part by part, mine or the saved one, both in sight. */
export function ConflictNotice({ draft }: { draft: DraftInHand }) {
  const text = useText();
  const { form, reading } = useForm();
  const [theirsIn, setTheirsIn] = useState<readonly string[]>([]);
  if (draft.state.at !== "conflict") return null;
  const { theirs, base, own } = draft.state;
  const parts = partsOf(form);
  const nameOf = (part: string): string => {
    if (part === "head") return text("draft.head");
    const section = form.sections.find(({ key }) => part === `sections.${key}`);
    return section ? sectionName(form, section, reading.label(section.label)) : part;
  };
  const choose = (part: string, choice: string) =>
    setTheirsIn(choice === "theirs" ? [...theirsIn, part] : theirsIn.filter((other) => other !== part));
  return (
    <Alert severity="warning" role="alert" sx={{ mb: 2, "& .MuiAlert-message": { flex: 1, minWidth: 0 } }}>
      <AlertTitle>{text("conflict.title")}</AlertTitle>
      {text("conflict.text", { name: theirs.updatedBy ?? text("conflict.someone") })}
      {contested(parts, { base, own }, draft.body, theirs.body).map((part) => (
        <FormControl key={part} component="fieldset" sx={{ display: "block", mt: 2 }}>
          <FormLabel component="legend">{text("conflict.choose", { section: nameOf(part) })}</FormLabel>
          <PartDifferences part={part} mine={draft.body} theirs={theirs.body} />
          <RadioGroup
            row
            value={theirsIn.includes(part) ? "theirs" : "mine"}
            onChange={(_, choice) => choose(part, choice)}
          >
            <FormControlLabel value="mine" control={<Radio />} label={text("conflict.mine")} />
            <FormControlLabel value="theirs" control={<Radio />} label={text("conflict.theirs")} />
          </RadioGroup>
        </FormControl>
      ))}
      <Box sx={{ mt: 1 }}>
        <Button
          variant="contained"
          onClick={() => draft.settle(merged(parts, { own, mine: draft.body, theirs: theirs.body }, theirsIn), theirs)}
        >
          {text("conflict.apply")}
        </Button>
      </Box>
    </Alert>
  );
}
