import Box from "@mui/material/Box";
import { useText } from "../i18n/use-text.ts";

export function Brand({ large = false }: { large?: boolean }) {
  const t = useText();
  const size = large ? 44 : 30;
  return (
    <Box component="span" sx={{ display: "inline-flex", alignItems: "center", gap: 1.25 }}>
      <img src="/seal.svg" alt="" width={size} height={size} />
      <Box component="span" sx={{ fontWeight: 700, fontSize: large ? "1.5rem" : "1.125rem", letterSpacing: "-0.01em" }}>
        {t("app.name")}
      </Box>
    </Box>
  );
}
