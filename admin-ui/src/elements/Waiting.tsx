import Box from "@mui/material/Box";
import Skeleton from "@mui/material/Skeleton";
import { useEffect, useState } from "react";
import { useText } from "../i18n/use-text.ts";

const PATIENCE_MS = 300;

/** A fast answer must not flash a skeleton; a slow one must not leave a blank page. */
export function Waiting({ rows = 6, height = 52 }: { rows?: number; height?: number }) {
  const t = useText();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Box role="status" aria-busy="true" aria-label={t("app.loading")} sx={{ p: 2, minHeight: rows * height }}>
      {late &&
        Array.from({ length: rows }, (_, row) => (
          <Skeleton key={row} height={height} width={`${96 - ((row * 13) % 30)}%`} />
        ))}
    </Box>
  );
}
