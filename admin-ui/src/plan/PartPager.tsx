import { Box, Button, Typography } from "@mui/material";
import { useText } from "../i18n/use-text.ts";

interface PartPagerProps {
  page: number;
  hasNext: boolean;
  onChange: (page: number) => void;
}

export function PartPager({ page, hasNext, onChange }: PartPagerProps) {
  const text = useText();
  if (page === 1 && !hasNext) return null;
  return (
    <Box
      component="nav"
      aria-label={text("cases.paging")}
      sx={{ display: "flex", gap: 1.5, alignItems: "center", justifyContent: "flex-end", p: 1.5 }}
    >
      <Button variant="outlined" disabled={page === 1} onClick={() => onChange(page - 1)}>
        {text("cases.previous")}
      </Button>
      <Typography variant="body2">{text("cases.page", { page })}</Typography>
      <Button variant="outlined" disabled={!hasNext} onClick={() => onChange(page + 1)}>
        {text("cases.next")}
      </Button>
    </Box>
  );
}
