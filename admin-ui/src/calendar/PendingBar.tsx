import { Box, Button } from "@mui/material";
import { useText } from "../i18n/use-text.ts";

interface PendingBarProps {
  count: number;
  onReview: () => void;
  onDiscard: () => void;
}

/** Stays in sight as long as something has been entered and not saved. */
export function PendingBar({ count, onReview, onDiscard }: PendingBarProps) {
  const text = useText();
  const discard = () => {
    if (window.confirm(text("calendar.discardConfirm", { smart_count: count }))) onDiscard();
  };
  return (
    <Box role="region" aria-label={text("calendar.pending", { smart_count: count })} sx={barStyle}>
      <strong>{text("calendar.pending", { smart_count: count })}</strong>
      <Button variant="contained" onClick={onReview}>
        {text("calendar.review")}
      </Button>
      <Button onClick={discard}>{text("calendar.discard")}</Button>
    </Box>
  );
}

const barStyle = {
  position: "sticky",
  bottom: 12,
  zIndex: 10,
  display: "flex",
  flexWrap: "wrap",
  gap: 1.5,
  alignItems: "center",
  px: 2.5,
  py: 1.5,
  mb: 2.5,
  bgcolor: "background.paper",
  border: 2,
  borderColor: "primary.main",
  borderRadius: 2,
  boxShadow: 3,
} as const;
