import { Button } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { endpoints } from "../../../domain/contracts/index.ts";
import { Page } from "../elements/Page.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { Answered, Empty } from "../elements/States.tsx";
import { useText } from "../i18n/use-text.ts";
import { call } from "../providers/api-client.ts";
import { Pager, useCursors } from "../elements/Pager.tsx";
import { NoticeList } from "./NoticeList.tsx";
import { useMarkRead } from "./use-mark-read.ts";

export default function NoticesPage() {
  const text = useText();
  const markAll = useMarkRead();
  const cursors = useCursors();
  const notices = useQuery({
    queryKey: ["notices", cursors.cursor ?? ""],
    queryFn: () => call(endpoints.listNotices, { query: { cursor: cursors.cursor, limit: "50" } }),
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
          {({ items, next }) =>
            items.length === 0 ? (
              <Empty title={text("notices.empty")}>{text("notices.emptyText")}</Empty>
            ) : (
              <>
                <NoticeList notices={items} />
                <Pager cursors={cursors} next={next} />
              </>
            )
          }
        </Answered>
      </Sheet>
    </Page>
  );
}
