import { Box, Button, Typography } from "@mui/material";
import { Link } from "react-router";
import type { InboxItem } from "../../../domain/contracts/cases.ts";
import { useText } from "../i18n/use-text.ts";

interface OnwardProps {
  next: InboxItem | null;
  onStay: () => void;
}

/** After a receipt: the next file is one key away, the list is another. */
export function Onward({ next, onStay }: OnwardProps) {
  const text = useText();
  return (
    <Box sx={{ flex: 1, minWidth: 0 }}>
      {next && (
        <Typography variant="body2" color="text.secondary" sx={{ mb: 1, textAlign: { sm: "right" } }}>
          {text("receipt.nextCase", { title: next.title })}
        </Typography>
      )}
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, justifyContent: "flex-end" }}>
        <Button onClick={onStay}>{text("receipt.stay")}</Button>
        <Button component={Link} to="/inbox" variant={next ? "text" : "contained"} autoFocus={!next}>
          {text("receipt.toInbox")}
        </Button>
        {next && (
          <Button component={Link} to={`/cases/${next.id}`} variant="contained" autoFocus>
            {text("receipt.openNext")}
          </Button>
        )}
      </Box>
    </Box>
  );
}
