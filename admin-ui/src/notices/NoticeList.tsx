import { Box, Typography } from "@mui/material";
import type { NoticeView } from "../../../domain/contracts/directory.ts";
import { TextLink } from "../elements/TextLink.tsx";
import { useText } from "../i18n/use-text.ts";
import { dateTime } from "../time/dates.ts";
import { useMarkRead } from "./use-mark-read.ts";

function placeOf({ kind, caseId, campaignId }: NoticeView): string | null {
  if (kind.startsWith("delegation-")) return "/delegations";
  if (caseId) return `/cases/${caseId}`;
  return campaignId ? `/cycles/${campaignId}` : null;
}

function NoticeRow({ notice }: { notice: NoticeView }) {
  const text = useText();
  const place = placeOf(notice);
  const { mutate } = useMarkRead();
  // Whoever goes where it points has read it.
  const opened = () => {
    if (!notice.read) mutate([notice.id]);
  };
  const reason = notice.params["reason"];
  return (
    <Box
      component="li"
      data-row
      sx={{ display: "flex", gap: 2, px: 2.5, py: 1.75, borderTop: 1, borderColor: "divider" }}
    >
      <Box aria-hidden sx={{ ...dot, bgcolor: notice.read ? "transparent" : "primary.main" }} />
      <Box sx={{ minWidth: 0 }}>
        <Typography sx={{ fontWeight: notice.read ? 400 : 600 }}>
          {place ? (
            <TextLink to={place} onClick={opened}>
              {notice.title}
            </TextLink>
          ) : (
            notice.title
          )}
        </Typography>
        {typeof reason === "string" && <Typography variant="body2">{text("notices.reason", { reason })}</Typography>}
        <Typography variant="caption" color="text.secondary">
          {!notice.read && `${text("notices.unread")} · `}
          {dateTime(notice.at)}
        </Typography>
      </Box>
    </Box>
  );
}

export function NoticeList({ notices }: { notices: readonly NoticeView[] }) {
  return (
    <Box component="ul" sx={list}>
      {notices.map((notice) => (
        <NoticeRow key={notice.id} notice={notice} />
      ))}
    </Box>
  );
}

const dot = { width: 8, height: 8, mt: 1, borderRadius: "50%", flexShrink: 0 } as const;
const list = { listStyle: "none", m: 0, p: 0, "& > li:first-of-type": { borderTop: 0 } } as const;
