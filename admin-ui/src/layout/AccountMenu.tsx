import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Divider from "@mui/material/Divider";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import Typography from "@mui/material/Typography";
import PersonIcon from "@mui/icons-material/PersonOutlined";
import { useState } from "react";
import { useLogout, useTheme } from "react-admin";
import { usePostText } from "../elements/use-post-text.ts";
import { useText } from "../i18n/use-text.ts";
import { useMe } from "./use-me.ts";

export function AccountMenu() {
  const t = useText();
  const postText = usePostText();
  const logout = useLogout();
  const { data: me } = useMe();
  const [theme, setTheme] = useTheme();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const first = me?.posts[0];
  return (
    <>
      <Button
        color="inherit"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-label={`${t("app.account")}: ${me?.name ?? ""}`}
        onClick={(event) => setAnchor(event.currentTarget)}
        startIcon={<PersonIcon />}
        sx={{ textAlign: "left", minWidth: 44, "& .MuiButton-startIcon": { mr: { xs: 0, md: 1 } } }}
      >
        <Box component="span" sx={{ display: { xs: "none", md: "block" }, lineHeight: 1.25 }}>
          {me?.name}
          {first && (
            <Box component="span" sx={{ display: "block", fontWeight: 400, fontSize: "0.75rem", color: "text.secondary", maxWidth: 260, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" }}>
              {postText(first)}
            </Box>
          )}
        </Box>
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <Box component="li" role="none" sx={{ px: 2, py: 1, maxWidth: 320 }}>
          <Typography sx={{ fontWeight: 600 }}>{me?.name}</Typography>
          {me?.posts.map((post) => (
            <Typography key={`${post.unit}/${post.role}`} variant="body2" color="text.secondary">
              {postText(post)}
            </Typography>
          ))}
        </Box>
        <Divider component="li" />
        <MenuItem onClick={() => setTheme(theme === "dark" ? "light" : "dark")}>
          {t("app.theme")}: {t(theme === "dark" ? "app.themeDark" : "app.themeLight")}
        </MenuItem>
        <MenuItem onClick={() => void logout()}>{t("app.signOut")}</MenuItem>
      </Menu>
    </>
  );
}
