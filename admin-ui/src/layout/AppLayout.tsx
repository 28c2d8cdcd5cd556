import Box from "@mui/material/Box";
import Drawer from "@mui/material/Drawer";
import IconButton from "@mui/material/IconButton";
import Link from "@mui/material/Link";
import HelpIcon from "@mui/icons-material/HelpOutlineOutlined";
import MenuIcon from "@mui/icons-material/MenuOutlined";
import { Suspense, useCallback, useEffect, useState, type ReactNode } from "react";
import { Link as RouterLink, useLocation } from "react-router";
import { Waiting } from "../elements/Waiting.tsx";
import { useText } from "../i18n/use-text.ts";
import { AccountMenu } from "./AccountMenu.tsx";
import { Brand } from "./Brand.tsx";
import { HelpDialog } from "./HelpDialog.tsx";
import { LanguageSwitch } from "./LanguageSwitch.tsx";
import { MenuList } from "./MenuList.tsx";
import { PageErrors } from "./PageErrors.tsx";
import { RouteFocus } from "./RouteFocus.tsx";
import { UnsentBar } from "./UnsentBar.tsx";
import { useShortcuts } from "./use-shortcuts.ts";

const RAIL = 244;

const SkipLink = ({ label }: { label: string }) => (
  <Link
    href="#main"
    sx={{ position: "fixed", zIndex: 2000, top: -80, left: 12, px: 2, py: 1, bgcolor: "primary.main", color: "primary.contrastText", borderRadius: 2, "&:focus": { top: 12 } }}
  >
    {label}
  </Link>
);

export function AppLayout({ children }: { children: ReactNode }) {
  const t = useText();
  const { pathname } = useLocation();
  const [menuOpen, setMenuOpen] = useState(false);
  const [helpOpen, setHelpOpen] = useState(false);
  useShortcuts(useCallback(() => setHelpOpen(true), []));
  useEffect(() => setMenuOpen(false), [pathname]);
  return (
    <Box sx={{ minHeight: "100vh", bgcolor: "background.default", "@media print": { bgcolor: "#fff" } }}>
      <SkipLink label={t("app.skip")} />
      <Box
        component="header"
        className="no-print"
        sx={{ position: "sticky", top: 0, zIndex: 1100, bgcolor: "background.paper", borderBottom: 1, borderColor: "divider" }}
      >
        <Box sx={{ display: "flex", alignItems: "center", gap: 1, height: 60, px: { xs: 1, md: 2.5 } }}>
          <IconButton aria-label={t("app.menu")} onClick={() => setMenuOpen(true)} sx={{ display: { md: "none" } }}>
            <MenuIcon />
          </IconButton>
          <Link component={RouterLink} to="/" underline="none" color="inherit" sx={{ mr: "auto" }}>
            <Brand />
          </Link>
          <LanguageSwitch />
          <IconButton aria-label={t("app.help")} onClick={() => setHelpOpen(true)}>
            <HelpIcon />
          </IconButton>
          <AccountMenu />
        </Box>
        <UnsentBar />
      </Box>
      <Box sx={{ display: "flex", maxWidth: 1520, mx: "auto" }}>
        <Box
          className="no-print"
          sx={{ display: { xs: "none", md: "block" }, width: RAIL, flexShrink: 0, p: 2, position: "sticky", top: 60, alignSelf: "flex-start" }}
        >
          <MenuList />
        </Box>
        <Box
          component="main"
          id="main"
          tabIndex={-1}
          sx={{ flex: 1, minWidth: 0, px: { xs: 2, sm: 3 }, pt: { xs: 2.5, sm: 3.5 }, pb: 10, "@media print": { p: 0 } }}
        >
          <PageErrors key={pathname}>
            <Suspense fallback={<Waiting />}>{children}</Suspense>
          </PageErrors>
        </Box>
      </Box>
      <Drawer
        open={menuOpen}
        onClose={() => setMenuOpen(false)}
        slotProps={{ paper: { sx: { width: 280, p: 2 }, role: "dialog", "aria-label": t("menu.home") } }}
      >
        <Box sx={{ px: 1.5, pb: 2 }}>
          <Brand />
        </Box>
        <MenuList />
      </Drawer>
      <HelpDialog open={helpOpen} onClose={() => setHelpOpen(false)} />
      <RouteFocus />
    </Box>
  );
}
