import { Box, Typography } from "@mui/material";
import { NavLink } from "react-router";
import { maySee } from "../providers/areas.ts";
import { useText } from "../i18n/use-text.ts";
import { useMe } from "./use-me.ts";

const work = [
  ["home", "/"],
  ["inbox", "/inbox"],
  ["cases", "/cases"],
  ["cycles", "/cycles"],
  ["money", "/money"],
  ["delegations", "/delegations"],
  ["stuck", "/stuck"],
  ["settings", "/settings"],
  ["notices", "/notices"],
] as const;
const administration = [
  ["pipelines", "/pipelines"],
  ["calendar-admin", "/calendar-admin"],
  ["people", "/people"],
] as const;
const planParts = ["units", "tasks", "indicators", "funding-sources", "obligations", "calendar-days"] as const;

type MenuName = (typeof work | typeof administration)[number][0] | (typeof planParts)[number];

export function MainMenu({ onChoose }: { onChoose?: () => void }) {
  const text = useText();
  const { data: me } = useMe();
  const grants = me?.grants ?? [];
  const badges: Record<string, number> = { inbox: me?.home.waiting ?? 0, notices: me?.home.unread ?? 0 };
  const administers = administration.filter(([name]) => maySee(grants, name));
  const item = (name: MenuName, to: string) => (
    <li key={name}>
      <Box component={NavLink} to={to} end={to === "/"} onClick={onChoose} sx={itemStyle}>
        <span>{text(`menu.${name}`)}</span>
        {(badges[name] ?? 0) > 0 && <strong>{badges[name]}</strong>}
      </Box>
    </li>
  );
  return (
    <Box component="nav" aria-label={text("app.mainMenu")} sx={{ position: "sticky", top: 76 }}>
      <Box component="ul" sx={listStyle}>
        {work.filter(([name]) => maySee(grants, name)).map(([name, to]) => item(name, to))}
      </Box>
      {administers.length > 0 && (
        <>
          <MenuHeading>{text("menu.administration")}</MenuHeading>
          <Box component="ul" sx={listStyle}>
            {administers.map(([name, to]) => item(name, to))}
          </Box>
        </>
      )}
      <MenuHeading>{text("menu.plan")}</MenuHeading>
      <Box component="ul" sx={listStyle}>
        {planParts.filter((name) => maySee(grants, name)).map((name) => item(name, `/plan/${name}`))}
      </Box>
    </Box>
  );
}

const MenuHeading = ({ children }: { children: string }) => (
  <Typography variant="overline" component="h2" color="text.secondary" sx={{ px: 1.5, pt: 2, display: "block" }}>
    {children}
  </Typography>
);

const listStyle = { listStyle: "none", m: 0, p: 0, display: "grid", gap: 0.25 } as const;
const itemStyle = {
  display: "flex",
  justifyContent: "space-between",
  px: 1.5,
  py: 1,
  minHeight: 40,
  borderRadius: 2,
  color: "text.primary",
  textDecoration: "none",
  fontSize: "0.9375rem",
  "&:hover": { bgcolor: "action.hover" },
  "&.active": { bgcolor: "tone.accent.wash", color: "tone.accent.ink", fontWeight: 600 },
} as const;
