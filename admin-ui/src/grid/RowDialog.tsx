import { useState } from "react";
import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from "@mui/material";
import { useText } from "../i18n/use-text.ts";
import type { GridColumn, GridSpec } from "./column.ts";
import type { CellProblem } from "./problems.ts";
import { heldIn, shownIn, type Line } from "./sheet.ts";
import type { Act } from "./use-grid.ts";

interface RowDialogProps {
  title: string;
  line: Line;
  index: number;
  last: boolean;
  spec: GridSpec;
  problems: ReadonlyMap<string, CellProblem> | undefined;
  readOnly: boolean;
  act: Act;
  onOpen: (row: number | null) => void;
}

/** One row on a small screen: labelled fields one under the other, the next row one press away. */
export function RowDialog({ title, line, index, last, spec, problems, readOnly, act, onOpen }: RowDialogProps) {
  const text = useText();
  const remove = () => {
    act({ do: "select", place: { row: index, column: 0 } });
    act({ do: "remove" });
    onOpen(null);
  };
  return (
    <Dialog open fullWidth onClose={() => onOpen(null)} aria-labelledby="grid-row-title">
      <DialogTitle id="grid-row-title">{title}</DialogTitle>
      <DialogContent sx={{ display: "grid", gap: 2, pt: "12px !important" }}>
        {spec.columns.map((column, at) => (
          <CardField
            key={`${line.key}-${column.key}`}
            column={column}
            line={line}
            problem={problems?.get(column.key)}
            readOnly={readOnly || column.readOnly === true}
            onWrite={(typed) => act({ do: "write", place: { row: index, column: at }, text: typed })}
          />
        ))}
      </DialogContent>
      <DialogActions sx={{ flexWrap: "wrap" }}>
        {!readOnly && !spec.fixedRows && (
          <Button color="error" onClick={remove}>
            {text("grid.removeThis")}
          </Button>
        )}
        <Button disabled={index === 0} onClick={() => onOpen(index - 1)}>
          {text("grid.previousRow")}
        </Button>
        <Button disabled={last} onClick={() => onOpen(index + 1)}>
          {text("grid.nextRow")}
        </Button>
        <Button variant="contained" onClick={() => onOpen(null)}>
          {text("app.close")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

interface CardFieldProps {
  column: GridColumn;
  line: Line;
  problem: CellProblem | undefined;
  readOnly: boolean;
  onWrite: (text: string) => void;
}

function CardField({ column, line, problem, readOnly, onWrite }: CardFieldProps) {
  const text = useText();
  // Written on leaving the field: what is being composed by an input method is nobody's but its own.
  const [typed, setTyped] = useState<string | null>(null);
  const unread = line.unread[column.key] !== undefined;
  const message = unread ? text("grid.unread") : problem?.message;
  const common = {
    label: column.label,
    required: column.required === true,
    disabled: readOnly,
    error: unread || problem?.warning === false,
    helperText: message,
  };
  if (column.options) {
    return (
      <TextField
        {...common}
        select
        slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
        value={heldIn(line.row, column.key) ?? ""}
        onChange={({ target }) => onWrite(target.value)}
      >
        <option value="">{text("draft.choose")}</option>
        {column.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </TextField>
    );
  }
  return (
    <TextField
      {...common}
      multiline={column.kind === "text"}
      value={typed ?? shownIn(line, column)}
      slotProps={{ htmlInput: column.kind === "money" ? { inputMode: "numeric" } : {} }}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={() => {
        if (typed !== null) onWrite(typed);
        setTyped(null);
      }}
    />
  );
}
