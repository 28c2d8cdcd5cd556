import { Box, Button, Typography } from "@mui/material";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { endpoints } from "../../../domain/contracts/index.ts";
import type { NoticeView } from "../../../domain/contracts/directory.ts";
import { Page } from "../elements/Page.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { Answered, Empty } from "../elements/States.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import { useText } from "../i18n/use-text.ts";
import { call } from "../providers/api-client.ts";
import { useProvider } from "../providers/use-provider.ts";
import { dateTime } from "../time/dates.ts";

function placeOf({ caseId, campaignId }: NoticeView): string | null {
  if (caseId) return `/cases/${caseId}`;
  return campaignId ? `/cycles/${campaignId}` : null;
}

function NoticeRow({ notice }: { notice: NoticeView }) {
  const text = useText();
  const place = placeOf(notice);
  const reason = notice.params["reason"];
  return (
    <Box component="li" sx={{ display: "flex", gap: 2, px: 2.5, py: 1.75, borderTop: 1, borderColor: "divider" }}>
      <Box aria-hidden sx={{ ...dot, bgcolor: notice.read ? "transparent" : "primary.main" }} />
      <Box sx={{ minWidth: 0 }}>
        <Typography sx={{ fontWeight: notice.read ? 400 : 600 }}>
          {place ? <TextLink to={place}>{notice.title}</TextLink> : notice.title}
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

const dot = { width: 8, height: 8, mt: 1, borderRadius: "50%", flexShrink: 0 } as const;
const list = { listStyle: "none", m: 0, p: 0, "& > li:first-of-type": { borderTop: 0 } } as const;

function useMarkAll() {
  const provider = useProvider();
  const client = useQueryClient();
  const refresh = (key: string) => client.invalidateQueries({ queryKey: [key] });
  return useMutation({
    mutationFn: (ids: string[]) => provider.readNotices(ids),
    onSuccess: () => Promise.all([refresh("notices"), refresh("me")]),
  });
}

export default function NoticesPage() {
  const text = useText();
  const markAll = useMarkAll();
  const notices = useQuery({
    queryKey: ["notices"],
    queryFn: () => call(endpoints.listNotices, { query: { limit: "100" } }),
  });
  const unread = (notices.data?.items ?? []).filter(({ read }) => !read).map(({ id }) => id);
  const mark = (
    <Button variant="outlined" onClick={() => markAll.mutate(unread)} disabled={markAll.isPending}>
      {text("notices.markAll")}
    </Button>
  );
  return (
    <Page title={text("notices.title")} aside={unread.length > 0 && mark}>
      <Sheet flush>
        <Answered query={notices}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title={text("notices.empty")}>{text("notices.emptyText")}</Empty>
            ) : (
              <Box component="ul" sx={list}>
                {items.map((notice) => (
                  <NoticeRow key={notice.id} notice={notice} />
                ))}
              </Box>
            )
          }
        </Answered>
      </Sheet>
    </Page>
  );
}
