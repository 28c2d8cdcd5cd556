import { IconButton, Tooltip } from "@mui/material";
import DarkModeIcon from "@mui/icons-material/DarkModeOutlined";
import LightModeIcon from "@mui/icons-material/LightModeOutlined";
import { useTheme } from "react-admin";
import { useText } from "../i18n/use-text.ts";

export function ThemeSwitch() {
  const text = useText();
  const [theme, setTheme] = useTheme();
  const dark = theme === "dark";
  const label = `${text("app.theme")}: ${dark ? text("app.themeLight") : text("app.themeDark")}`;
  return (
    <Tooltip title={label}>
      <IconButton aria-label={label} color="inherit" onClick={() => setTheme(dark ? "light" : "dark")}>
        {dark ? <LightModeIcon /> : <DarkModeIcon />}
      </IconButton>
    </Tooltip>
  );
}
