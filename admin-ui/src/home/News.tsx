import { useQuery } from "@tanstack/react-query";
import { endpoints } from "../../../domain/contracts/index.ts";
import { Sheet } from "../elements/Sheet.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import { useText } from "../i18n/use-text.ts";
import { NoticeList } from "../notices/NoticeList.tsx";
import { call } from "../providers/api-client.ts";

const SHOWN = 3;

/** What happened since one last looked; nothing new takes no place. */
export function News() {
  const text = useText();
  const { data } = useQuery({
    queryKey: ["notices", "news"],
    queryFn: () => call(endpoints.listNotices, { query: { limit: "100" } }),
  });
  const unread = (data?.items ?? []).filter(({ read }) => !read);
  if (unread.length === 0) return null;
  return (
    <Sheet flush title={text("home.news")} aside={<TextLink to="/notices">{text("home.allNews")}</TextLink>}>
      <NoticeList notices={unread.slice(0, SHOWN)} />
    </Sheet>
  );
}
