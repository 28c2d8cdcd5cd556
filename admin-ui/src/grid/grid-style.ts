import type { Theme } from "@mui/material/styles";

export const ROW_HEIGHT = 36;
export const HEAD_HEIGHT = 40;
export const INDEX_WIDTH = 52;

const row = { display: "grid", height: ROW_HEIGHT } as const;
const pinned = { position: "sticky", zIndex: 2 } as const;

/** One sheet of rules for all cells: a styled component per cell would cost more than the cell. */
export const gridStyle = (theme: Theme) => {
  const { surface, tone } = theme.palette;
  const line = `1px solid ${surface.line}`;
  return {
    position: "relative",
    overflow: "auto",
    border: line,
    borderRadius: 1.5,
    bgcolor: surface.sheet,
    fontSize: "0.875rem",
    overscrollBehavior: "contain",
    "& .sheet": { minWidth: "var(--grid-width)", width: "100%" },
    "& .row": row,
    "& .body": { position: "relative" },
    "& .body .row": { position: "absolute", left: 0, right: 0 },
    "& .head": { ...pinned, top: 0, zIndex: 3 },
    "& .head .row": { height: HEAD_HEIGHT },
    "& .foot": { ...pinned, bottom: 0 },
    "& .head .cell, & .foot .cell": { bgcolor: surface.band, fontWeight: 600, cursor: "default" },
    "& .head .cell": { color: surface.muted, display: "flex", alignItems: "center", whiteSpace: "normal" },
    "& .foot .cell": { borderTop: line },
    "& .cell": {
      position: "relative",
      minWidth: 0,
      px: 1,
      lineHeight: `${ROW_HEIGHT - 1}px`,
      overflow: "hidden",
      whiteSpace: "nowrap",
      textOverflow: "ellipsis",
      borderRight: line,
      borderBottom: line,
      cursor: "cell",
      scrollMargin: 60,
    },
    "& .head .cell, & .foot .cell, & .index": { lineHeight: 1.25, py: 1 },
    "& .number": { textAlign: "right", fontVariantNumeric: "tabular-nums" },
    "& .head .number": { justifyContent: "flex-end" },
    "& .index": {
      ...pinned,
      left: 0,
      bgcolor: surface.band,
      color: surface.muted,
      textAlign: "right",
      userSelect: "none",
    },
    "& .derived": { color: surface.muted, bgcolor: surface.band },
    "& .chosen": { bgcolor: tone.accent.wash },
    "& .index.chosen": { color: tone.accent.ink, fontWeight: 600 },
    "& .warned": { boxShadow: `inset 0 0 0 1px ${tone.soon.ink}`, bgcolor: tone.soon.wash },
    "& .wrong": { boxShadow: `inset 0 0 0 1px ${tone.late.ink}`, bgcolor: tone.late.wash },
    "& .wrong::after, & .warned::after": {
      content: '""',
      position: "absolute",
      top: 0,
      right: 0,
      borderTop: `8px solid ${tone.late.ink}`,
      borderLeft: "8px solid transparent",
    },
    "& .warned::after": { borderTopColor: tone.soon.ink },
    "& .active": { overflow: "visible", outline: `2px solid ${surface.accent}`, outlineOffset: -2, zIndex: 1 },
    "& .shown": { overflow: "hidden", textOverflow: "ellipsis" },
    "& textarea, & input": {
      position: "absolute",
      inset: 0,
      m: 0,
      px: 1,
      py: "7px",
      border: 0,
      resize: "none",
      font: "inherit",
      lineHeight: "20px",
      color: surface.ink,
      bgcolor: surface.sheet,
      overflow: "hidden",
      outline: "none",
    },
    // The hand already rests on a real field: an input method starts to compose in it, not beside it.
    "& .resting": { opacity: 0, width: "100%", height: "100%", cursor: "cell" },
    "& .writing": {
      width: "100%",
      minWidth: "100%",
      fieldSizing: "content",
      maxWidth: "min(460px, 80vw)",
      minHeight: "100%",
      maxHeight: 180,
      overflow: "auto",
      boxShadow: `0 0 0 2px ${surface.accent}, 0 6px 18px rgb(0 0 0 / 0.18)`,
      whiteSpace: "pre-wrap",
    },
  } as const;
};
