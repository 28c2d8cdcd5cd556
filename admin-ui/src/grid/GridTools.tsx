import { Box, Button, IconButton, Tooltip } from "@mui/material";
import UndoIcon from "@mui/icons-material/UndoOutlined";
import RedoIcon from "@mui/icons-material/RedoOutlined";
import { useText } from "../i18n/use-text.ts";
import type { GridSpec } from "./column.ts";
import { sheetIn } from "./grid-state.ts";
import type { GridInHand } from "./use-grid.ts";

export function GridTools({ grid, spec, wide }: { grid: GridInHand; spec: GridSpec; wide: boolean }) {
  const text = useText();
  const { state, act } = grid;
  const count = sheetIn(state).lines.length;
  const fixed = spec.fixedRows === true;
  const full = count >= spec.maxRows;
  const { past, future } = state.history;
  return (
    <Box role="toolbar" aria-label={text("grid.tools")} sx={{ display: "flex", flexWrap: "wrap", gap: 1, my: 1 }}>
      {!fixed && (
        <Button variant="outlined" size="small" disabled={full} onClick={() => act({ do: "insert", where: "end" })}>
          {text("grid.add")}
        </Button>
      )}
      {wide && !fixed && (
        <>
          <Button
            variant="outlined"
            size="small"
            disabled={full || count === 0}
            onClick={() => act({ do: "insert", where: "above" })}
          >
            {text("grid.insert")}
          </Button>
          <Button
            variant="outlined"
            size="small"
            disabled={full || count === 0}
            onClick={() => act({ do: "duplicate" })}
          >
            {text("grid.duplicate")}
          </Button>
          <Button variant="outlined" size="small" disabled={count === 0} onClick={() => act({ do: "remove" })}>
            {text("grid.remove")}
          </Button>
        </>
      )}
      <Tooltip title={text("grid.undo")}>
        <span>
          <IconButton
            size="small"
            aria-label={text("grid.undo")}
            disabled={past.length === 0}
            onClick={() => act({ do: "undo" })}
          >
            <UndoIcon />
          </IconButton>
        </span>
      </Tooltip>
      <Tooltip title={text("grid.redo")}>
        <span>
          <IconButton
            size="small"
            aria-label={text("grid.redo")}
            disabled={future.length === 0}
            onClick={() => act({ do: "redo" })}
          >
            <RedoIcon />
          </IconButton>
        </span>
      </Tooltip>
    </Box>
  );
}
