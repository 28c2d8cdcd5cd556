import { useState } from "react";
import { Box, Button, Typography } from "@mui/material";
import { useText } from "../i18n/use-text.ts";

/** Keyset paging: the way back is remembered, there is no page count to promise. */
export function useCursors() {
  const [trail, setTrail] = useState<readonly string[]>([]);
  return {
    cursor: trail.at(-1),
    page: trail.length + 1,
    forward: (next: string) => setTrail([...trail, next]),
    back: () => setTrail(trail.slice(0, -1)),
    reset: () => setTrail([]),
  };
}

interface PagerProps {
  cursors: ReturnType<typeof useCursors>;
  next: string | null;
}

export function Pager({ cursors, next }: PagerProps) {
  const text = useText();
  if (cursors.page === 1 && next === null) return null;
  return (
    <Box
      component="nav"
      aria-label={text("cases.paging")}
      sx={{ display: "flex", gap: 1, alignItems: "center", justifyContent: "flex-end", p: 2 }}
    >
      <Button variant="outlined" disabled={cursors.page === 1} onClick={cursors.back}>
        {text("cases.previous")}
      </Button>
      <Typography variant="body2" aria-live="polite">
        {text("cases.page", { page: cursors.page })}
      </Typography>
      <Button variant="outlined" disabled={next === null} onClick={() => next !== null && cursors.forward(next)}>
        {text("cases.next")}
      </Button>
    </Box>
  );
}
