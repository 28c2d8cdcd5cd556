import { useRef, type ChangeEvent } from "react";
import { Box, Button, TextField } from "@mui/material";
import type { Pipeline } from "../../../domain/engine/pipeline.ts";
import { Sheet } from "../elements/Sheet.tsx";
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
  const file = useRef<HTMLInputElement>(null);
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const chosen = target.files?.[0];
    if (!chosen) return;
    const given = (await chosen.text()).normalize("NFC");
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
        <Button variant="outlined" onClick={() => file.current?.click()}>
          {text("publish.file")}
        </Button>
        <input ref={file} hidden type="file" accept=".json,application/json" onChange={(event) => void choose(event)} />
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
