import type { ChangeEvent } from "react";
import { Box, Button, TextField } from "@mui/material";
import type { Pipeline } from "../../../domain/engine/pipeline.ts";
import { Sheet } from "../elements/Sheet.tsx";
import { visuallyHidden } from "../elements/visually-hidden.ts";
import { useText } from "../i18n/use-text.ts";
import type { usePublication } from "./use-publication.ts";
import type { TextPlace } from "./use-text-place.ts";
import { written } from "./written-table.ts";

interface TableInputProps {
  work: ReturnType<typeof usePublication>;
  base: Pipeline | null;
  place: TextPlace;
}

export function TableInput({ work: { text: value, write, check }, base, place }: TableInputProps) {
  const text = useText();
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (!file) return;
    const given = (await file.text()).normalize("NFC");
    // The same file may be chosen again once it has been corrected.
    target.value = "";
    write(given);
    check.mutate(given);
  };
  return (
    <Sheet>
      <TextField
        multiline
        rows={16}
        label={text("publish.table")}
        value={value}
        onChange={({ target }) => write(target.value)}
        inputRef={place.field}
        slotProps={{ htmlInput: { spellCheck: false, wrap: "off", style: monospace } }}
      />
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1.5, mt: 2 }}>
        <Button
          variant="contained"
          disabled={value.trim() === "" || check.isPending}
          onClick={() => check.mutate(value)}
        >
          {text(check.isPending ? "publish.checking" : "publish.check")}
        </Button>
        <Button component="label" variant="outlined" sx={{ "&:focus-within": { outline: 3, outlineOffset: 2 } }}>
          {text("publish.file")}
          <Box
            component="input"
            type="file"
            accept=".json,application/json"
            sx={visuallyHidden}
            onChange={(event: ChangeEvent<HTMLInputElement>) => void choose(event)}
          />
        </Button>
        {base && value !== written(base) && (
          <Button onClick={() => write(written(base))}>{text("publish.reset", { version: base.version })}</Button>
        )}
      </Box>
    </Sheet>
  );
}

const monospace = {
  fontFamily: 'ui-monospace, "Cascadia Mono", Menlo, "DejaVu Sans Mono", monospace',
  fontSize: "0.8125rem",
  lineHeight: "1.5em",
};
