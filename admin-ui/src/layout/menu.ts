import type { SvgIconComponent } from "@mui/icons-material";
import CasesIcon from "@mui/icons-material/FolderOutlined";
import CyclesIcon from "@mui/icons-material/EventRepeatOutlined";
import HomeIcon from "@mui/icons-material/HomeOutlined";
import InboxIcon from "@mui/icons-material/InboxOutlined";
import NoticesIcon from "@mui/icons-material/NotificationsOutlined";
import PlanIcon from "@mui/icons-material/MenuBookOutlined";
import StuckIcon from "@mui/icons-material/MonitorHeartOutlined";
import type { Grant, Me } from "../../../domain/contracts/directory.ts";
import type { MessageKey } from "../i18n/messages.ts";
import { maySee } from "../providers/areas.ts";

export interface MenuEntry {
  area: string;
  to: string;
  label: MessageKey;
  icon: SvgIconComponent;
  count?: (me: Me) => number;
}

const entries: readonly MenuEntry[] = [
  { area: "home", to: "/", label: "menu.home", icon: HomeIcon },
  { area: "inbox", to: "/inbox", label: "menu.inbox", icon: InboxIcon, count: (me) => me.home.waiting },
  { area: "cases", to: "/cases", label: "menu.cases", icon: CasesIcon },
  { area: "cycles", to: "/cycles", label: "menu.cycles", icon: CyclesIcon },
  { area: "stuck", to: "/stuck", label: "menu.stuck", icon: StuckIcon },
  { area: "notices", to: "/notices", label: "menu.notices", icon: NoticesIcon, count: (me) => me.home.unread },
  { area: "units", to: "/units", label: "menu.plan", icon: PlanIcon },
];

export const menuFor = (grants: readonly Grant[]): MenuEntry[] => entries.filter(({ area }) => maySee(grants, area));

export const planAreas = ["units", "tasks", "indicators", "funding-sources", "obligations", "calendar-days"] as const;

export function isHere(entry: MenuEntry, pathname: string): boolean {
  if (entry.to === "/") return pathname === "/";
  if (entry.area === "units") return planAreas.some((area) => pathname.startsWith(`/${area}`));
  return pathname.startsWith(entry.to);
}
