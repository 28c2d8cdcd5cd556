import { Box, Button, IconButton, Typography } from "@mui/material";
import MenuIcon from "@mui/icons-material/Menu";
import LogoutIcon from "@mui/icons-material/Logout";
import { useLogout } from "react-admin";
import { Link } from "react-router";
import { useText } from "../i18n/use-text.ts";
import { usePostName } from "../elements/use-post-name.ts";
import { HelpButton } from "./HelpButton.tsx";
import { LanguageSwitch } from "./LanguageSwitch.tsx";
import { ThemeSwitch } from "./ThemeSwitch.tsx";
import { useMe } from "./use-me.ts";

export function TopBar({ onMenu }: { onMenu: (() => void) | undefined }) {
  const text = useText();
  const logout = useLogout();
  const postName = usePostName();
  const { data: me } = useMe();
  const post = me?.posts[0];
  return (
    <Box component="header" className="no-print" sx={barStyle}>
      {onMenu && (
        <IconButton aria-label={text("app.menu")} onClick={onMenu} edge="start">
          <MenuIcon />
        </IconButton>
      )}
      <Box
        component={Link}
        to="/"
        sx={{ display: "flex", gap: 1, alignItems: "center", color: "inherit", textDecoration: "none" }}
      >
        <img src="/seal.svg" alt="" width={28} height={28} />
        <Typography component="span" sx={{ fontWeight: 600, fontSize: "1.0625rem", whiteSpace: "nowrap" }}>
          {text("app.name")}
        </Typography>
      </Box>
      <Box sx={{ flex: 1, minWidth: 0, textAlign: "right", display: { xs: "none", sm: "block" } }}>
        <Typography variant="body2" noWrap sx={{ fontWeight: 600 }}>
          {me?.name}
        </Typography>
        <Typography variant="caption" color="text.secondary" noWrap component="div">
          {post && postName(post)}
        </Typography>
      </Box>
      <Box sx={{ flex: { xs: 1, sm: "none" } }} />
      <LanguageSwitch />
      <ThemeSwitch />
      <HelpButton />
      <Button
        color="inherit"
        aria-label={text("app.signOut")}
        startIcon={<LogoutIcon />}
        onClick={() => void logout()}
        sx={{ minWidth: 0, px: { xs: 1, lg: 2 }, "& .MuiButton-startIcon": { mr: { xs: 0, lg: 1 } } }}
      >
        <Box component="span" sx={{ display: { xs: "none", lg: "inline" } }}>
          {text("app.signOut")}
        </Box>
      </Button>
    </Box>
  );
}

const barStyle = {
  position: "sticky",
  top: 0,
  zIndex: 1100,
  display: "flex",
  alignItems: "center",
  gap: { xs: 0.5, sm: 1 },
  height: 60,
  px: { xs: 1.5, sm: 2.5 },
  bgcolor: "background.paper",
  borderBottom: 1,
  borderColor: "divider",
} as const;
