import { useId, type ReactNode } from "react";
import { Box, Typography } from "@mui/material";

interface SheetProps {
  title?: string;
  aside?: ReactNode;
  children: ReactNode;
  flush?: boolean;
}

export function Sheet({ title, aside, children, flush = false }: SheetProps) {
  const id = useId();
  return (
    <Box
      component="section"
      aria-labelledby={title ? id : undefined}
      sx={{ bgcolor: "background.paper", border: 1, borderColor: "divider", borderRadius: 1.5, mb: 2.5, minWidth: 0 }}
    >
      {title && (
        <Box
          sx={{
            display: "flex",
            flexWrap: "wrap",
            gap: 1,
            alignItems: "center",
            px: { xs: 2, sm: 2.5 },
            pt: 2,
            pb: flush ? 1.5 : 0,
          }}
        >
          <Typography variant="h2" id={id} sx={{ flex: 1 }}>
            {title}
          </Typography>
          {aside}
        </Box>
      )}
      <Box sx={flush ? {} : { px: { xs: 2, sm: 2.5 }, py: 2 }}>{children}</Box>
    </Box>
  );
}
