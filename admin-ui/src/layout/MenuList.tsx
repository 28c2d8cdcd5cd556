import Box from "@mui/material/Box";
import ButtonBase from "@mui/material/ButtonBase";
import { Link, useLocation } from "react-router";
import { useText } from "../i18n/use-text.ts";
import { isHere, menuFor, type MenuEntry } from "./menu.ts";
import { useMe } from "./use-me.ts";

const CountMark = ({ value }: { value: number }) => (
  <Box
    component="span"
    sx={{ ml: "auto", minWidth: 24, px: 0.75, borderRadius: 5, textAlign: "center", fontSize: "0.75rem", fontWeight: 700, lineHeight: "20px", bgcolor: "primary.main", color: "primary.contrastText" }}
  >
    {value > 99 ? "99+" : value}
  </Box>
);

function Entry({ entry, here, count }: { entry: MenuEntry; here: boolean; count: number }) {
  const t = useText();
  const Icon = entry.icon;
  return (
    <Box component="li">
      <ButtonBase
        component={Link}
        to={entry.to}
        {...(here && { "aria-current": "page" as const })}
        sx={{
          width: 1,
          justifyContent: "flex-start",
          gap: 1.5,
          minHeight: 44,
          px: 1.5,
          borderRadius: 2,
          fontSize: "0.9375rem",
          fontWeight: here ? 700 : 500,
          color: here ? (theme) => theme.palette.tone.accent.ink : "text.primary",
          bgcolor: here ? (theme) => theme.palette.tone.accent.wash : "transparent",
          "&:hover": { bgcolor: (theme) => theme.palette.tone[here ? "accent" : "neutral"].wash },
        }}
      >
        <Icon aria-hidden sx={{ fontSize: 20 }} />
        <span>{t(entry.label)}</span>
        {count > 0 && <CountMark value={count} />}
      </ButtonBase>
    </Box>
  );
}

export function MenuList() {
  const t = useText();
  const { pathname } = useLocation();
  const { data: me } = useMe();
  return (
    <Box component="nav" aria-label={t("app.mainMenu")}>
      <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0, display: "grid", gap: 0.25 }}>
        {menuFor(me?.grants ?? []).map((entry) => (
          <Entry key={entry.area} entry={entry} here={isHere(entry, pathname)} count={me && entry.count ? entry.count(me) : 0} />
        ))}
      </Box>
    </Box>
  );
}
