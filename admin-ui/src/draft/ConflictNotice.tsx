import { useState, type ReactNode } from "react";
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
import { contested, merged } from "./merge.ts";
import type { Json } from "./set-at.ts";
import type { DraftInHand } from "./use-draft.ts";

interface ConflictNoticeProps {
  draft: DraftInHand;
  /** What two people may write at the same time without meeting, each by its path. */
  parts: readonly { path: string; name: string }[];
  show: (part: string, mine: Json, theirs: Json) => ReactNode;
}

/** Nobody's words are lost without a choice: part by part, mine or the saved one, both in sight. */
export function ConflictNotice({ draft, parts, show }: ConflictNoticeProps) {
  const text = useText();
  const [theirsIn, setTheirsIn] = useState<readonly string[]>([]);
  if (draft.state.at !== "conflict") return null;
  const { theirs, base, own } = draft.state;
  const paths = parts.map(({ path }) => path);
  const met = contested(paths, { base, own }, draft.body, theirs.body);
  const choose = (part: string, choice: string) =>
    setTheirsIn(choice === "theirs" ? [...theirsIn, part] : theirsIn.filter((other) => other !== part));
  return (
    <Alert severity="warning" role="alert" sx={{ mb: 2, "& .MuiAlert-message": { flex: 1, minWidth: 0 } }}>
      <AlertTitle>{text("conflict.title")}</AlertTitle>
      {text("conflict.text", { name: theirs.updatedBy ?? text("conflict.someone") })}
      {parts
        .filter(({ path }) => met.includes(path))
        .map(({ path, name }) => (
          <FormControl key={path} component="fieldset" sx={{ display: "block", mt: 2 }}>
            <FormLabel component="legend">{text("conflict.choose", { section: name })}</FormLabel>
            {show(path, draft.body, theirs.body)}
            <RadioGroup
              row
              value={theirsIn.includes(path) ? "theirs" : "mine"}
              onChange={(_, choice) => choose(path, choice)}
            >
              <FormControlLabel value="mine" control={<Radio />} label={text("conflict.mine")} />
              <FormControlLabel value="theirs" control={<Radio />} label={text("conflict.theirs")} />
            </RadioGroup>
          </FormControl>
        ))}
      <Box sx={{ mt: 1 }}>
        <Button
          variant="contained"
          onClick={() => draft.settle(merged(paths, { own, mine: draft.body, theirs: theirs.body }, theirsIn), theirs)}
        >
          {text("conflict.apply")}
        </Button>
      </Box>
    </Alert>
  );
}
