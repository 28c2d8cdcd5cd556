import { Suspense, useState, type ReactNode } from "react";
import { useLocation } from "react-router";
import { Box, Button, Drawer, useMediaQuery, type Theme } from "@mui/material";
import { Notification } from "react-admin";
import { Empty, Loading } from "../elements/States.tsx";
import { useText } from "../i18n/use-text.ts";
import { ErrorWall } from "./ErrorWall.tsx";
import { MainMenu } from "./MainMenu.tsx";
import { TopBar } from "./TopBar.tsx";
import { UnsentNotice } from "./UnsentNotice.tsx";

export function Shell({ children }: { children: ReactNode }) {
  const text = useText();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  const wide = useMediaQuery((theme: Theme) => theme.breakpoints.up("md"));
  const crashed = (
    <Empty
      title={text("error.crashed")}
      action={<Button onClick={() => window.location.reload()}>{text("error.reload")}</Button>}
    >
      {text("error.crashedText")}
    </Empty>
  );
  return (
    <Box
      sx={{
        minHeight: "100vh",
        display: "flex",
        flexDirection: "column",
        bgcolor: "background.default",
        color: "text.primary",
      }}
    >
      <Box component="a" href="#main" sx={skipStyle}>
        {text("app.skip")}
      </Box>
      <TopBar onMenu={wide ? undefined : () => setOpen(true)} />
      <Box sx={{ display: "flex", flex: 1 }}>
        {wide ? (
          <Box className="no-print" sx={{ width: 236, flexShrink: 0, borderRight: 1, borderColor: "divider", p: 1.5 }}>
            <MainMenu />
          </Box>
        ) : (
          <Drawer open={open} onClose={() => setOpen(false)} slotProps={{ paper: { sx: { width: 280, p: 1.5 } } }}>
            <MainMenu onChoose={() => setOpen(false)} />
          </Drawer>
        )}
        <Box component="main" id="main" tabIndex={-1} sx={{ flex: 1, minWidth: 0 }}>
          <UnsentNotice />
          <ErrorWall resetKey={pathname} fallback={crashed}>
            <Suspense fallback={<Loading />}>{children}</Suspense>
          </ErrorWall>
        </Box>
      </Box>
      <Notification />
    </Box>
  );
}

const skipStyle = {
  position: "absolute",
  left: -9999,
  zIndex: 2000,
  bgcolor: "background.paper",
  color: "text.primary",
  p: 1.5,
  "&:focus": { left: 8, top: 8 },
} as const;
