import { Button } from "@mui/material";
import { useLanguage } from "../i18n/use-text.ts";

/** Named in the language it leads to: that is the one its reader knows. */
export function LanguageSwitch() {
  const [language, setLanguage] = useLanguage();
  const other = language === "vi" ? "en" : "vi";
  const name = other === "en" ? "English" : "Tiếng Việt";
  return (
    <Button color="inherit" size="small" lang={other} onClick={() => setLanguage(other)} sx={{ whiteSpace: "nowrap" }}>
      {name}
    </Button>
  );
}
