import { Button } from "@mui/material";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { endpoints } from "../../../domain/contracts/index.ts";
import { Page } from "../elements/Page.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { Answered, Empty } from "../elements/States.tsx";
import { useText } from "../i18n/use-text.ts";
import { call } from "../providers/api-client.ts";
import { useProvider } from "../providers/use-provider.ts";
import { NoticeList } from "./NoticeList.tsx";

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
              <NoticeList notices={items} />
            )
          }
        </Answered>
      </Sheet>
    </Page>
  );
}
