import { Button } from "@mui/material";
import { useText } from "../i18n/use-text.ts";
import { isProblem } from "../providers/api-problem.ts";

/** Somebody else has changed the calendar: one's own edit is kept and held against theirs. */
export function Rebase({ error, onRebase }: { error: unknown; onRebase: () => void }) {
  const text = useText();
  if (!isProblem(error, "calendar-moved-on")) return null;
  return (
    <Button variant="outlined" sx={{ mt: 1.5 }} onClick={onRebase}>
      {text("calendar.rebase")}
    </Button>
  );
}
