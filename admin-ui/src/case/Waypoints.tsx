import { Box } from "@mui/material";
import CheckIcon from "@mui/icons-material/CheckOutlined";
import HereIcon from "@mui/icons-material/PlaceOutlined";
import WarnIcon from "@mui/icons-material/WarningAmberOutlined";
import type { CaseView } from "../../../domain/contracts/cases.ts";
import { visuallyHidden } from "../elements/visually-hidden.ts";
import { usePostName } from "../elements/use-post-name.ts";
import { useLabel, useText } from "../i18n/use-text.ts";
import { date, dueDate } from "../time/dates.ts";

type Waypoint = CaseView["waypoints"][number];
const words = { done: "case.phaseDone", current: "case.phaseCurrent", ahead: "case.phaseAhead" } as const;

function Marker({ phase, number }: { phase: Waypoint["phase"]; number: number }) {
  return (
    <Box
      aria-hidden
      sx={(theme) => ({
        width: 26,
        height: 26,
        flexShrink: 0,
        borderRadius: "50%",
        display: "grid",
        placeItems: "center",
        fontSize: "0.8125rem",
        fontWeight: 700,
        border: `2px solid ${phase === "ahead" ? theme.palette.tone.neutral.line : theme.palette.primary.main}`,
        bgcolor: phase === "done" ? theme.palette.primary.main : theme.palette.background.paper,
        color:
          phase === "done"
            ? theme.palette.primary.contrastText
            : theme.palette.tone[phase === "current" ? "accent" : "neutral"].ink,
        ...(phase === "current" && { boxShadow: `0 0 0 4px ${theme.palette.tone.accent.wash}` }),
      })}
    >
      {phase === "done" ? (
        <CheckIcon sx={{ fontSize: 16 }} />
      ) : phase === "current" ? (
        <HereIcon sx={{ fontSize: 16 }} />
      ) : (
        number
      )}
    </Box>
  );
}

function Who({ waypoint }: { waypoint: Waypoint }) {
  const t = useText();
  const postName = usePostName();
  if (waypoint.phase === "done") {
    return waypoint.doneAt ? (
      <>{t("case.doneAt", { name: waypoint.doneBy ?? t("event.system"), date: date(waypoint.doneAt) })}</>
    ) : null;
  }
  return (
    <>
      {waypoint.holders.map((holder) => (
        <Box key={`${holder.unit}/${holder.role}`} sx={{ mt: 0.25 }}>
          {postName(holder)}
          {holder.people.length > 0 && <Box sx={{ color: "text.primary" }}>{holder.people.join(", ")}</Box>}
        </Box>
      ))}
      {waypoint.expectedAt && <Box>{t("case.expected", { date: dueDate(waypoint.expectedAt) })}</Box>}
      {!waypoint.staffed && waypoint.holders.length > 0 && (
        <Box
          sx={{ display: "flex", gap: 0.5, mt: 0.5, fontWeight: 600, color: (theme) => theme.palette.tone.soon.ink }}
        >
          <WarnIcon aria-hidden sx={{ fontSize: 18 }} />
          {t("case.unstaffed")}
        </Box>
      )}
    </>
  );
}

/** Where the case has been, where it lies and who comes next, with dates. */
export function Waypoints({ waypoints }: { waypoints: readonly Waypoint[] }) {
  return (
    <Box component="ol" sx={{ listStyle: "none", m: 0, p: 0 }}>
      {waypoints.map((waypoint, index) => (
        <WaypointLine key={waypoint.step} waypoint={waypoint} number={index + 1} />
      ))}
    </Box>
  );
}

function WaypointLine({ waypoint, number }: { waypoint: Waypoint; number: number }) {
  const t = useText();
  const label = useLabel();
  const current = waypoint.phase === "current";
  return (
    <Box component="li" aria-current={current ? "step" : undefined} sx={lineStyle}>
      <Marker phase={waypoint.phase} number={number} />
      <Box sx={{ fontSize: "0.8125rem", color: "text.secondary", lineHeight: 1.45, minWidth: 0 }}>
        <Box sx={{ color: "text.primary", fontSize: "0.875rem", fontWeight: current ? 700 : 600 }}>
          {label(waypoint.name)}
          <Box component="span" sx={visuallyHidden}>
            {" "}
            ({t(words[waypoint.phase])})
          </Box>
        </Box>
        <Who waypoint={waypoint} />
      </Box>
    </Box>
  );
}

const lineStyle = {
  display: "grid",
  gridTemplateColumns: "26px minmax(0, 1fr)",
  columnGap: 1.5,
  pb: 2,
  position: "relative",
  "&::before": {
    content: '""',
    position: "absolute",
    bgcolor: "tone.neutral.line",
    top: 28,
    left: 12,
    width: 2,
    height: "calc(100% - 30px)",
  },
  "&:last-of-type": { pb: 0 },
  "&:last-of-type::before": { display: "none" },
} as const;
