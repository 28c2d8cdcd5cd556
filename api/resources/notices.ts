import type { NoticeView } from "../../domain/contracts/directory.ts";
import { formatDate } from "../../domain/calendar/index.ts";
import type { NoticeKind } from "../../domain/engine/notices.ts";
import { listNotices, markRead, type NoticeRow } from "../../store/index.ts";
import { iso, lastDayText } from "../clock-text.ts";
import type { Deps } from "../deps.ts";
import type { Handlers } from "../http/handler.ts";
import type { Language } from "../http/language.ts";
import { pageOf } from "../http/page.ts";
import { texts } from "../texts/index.ts";

const dayText = (date: string | number): string => formatDate(String(date));

function noticeView(row: NoticeRow, language: Language): NoticeView {
  const { title, by, dueAt, from, to, start, end } = row.params;
  const words = {
    title: String(title ?? ""),
    by: String(by ?? texts[language].system),
    due: typeof dueAt === "number" ? lastDayText(dueAt) : null,
    from: String(from ?? ""),
    to: String(to ?? ""),
    period: start === undefined || end === undefined ? "" : texts[language].period(dayText(start), dayText(end)),
  };
  return {
    id: row.id,
    at: iso(row.at),
    kind: row.kind,
    caseId: row.caseId,
    campaignId: row.campaignId,
    title: texts[language].notices[row.kind as NoticeKind](words),
    params: row.params,
    read: row.read,
  };
}

export const noticeHandlers = (deps: Deps): Pick<Handlers, "listNotices" | "readNotices"> => ({
  listNotices: async ({ caller, query, language }) => {
    const { posts, personId, actingFor } = caller;
    const page = await listNotices(deps.db, { posts, personId, actingFor, ...pageOf(query) });
    return { items: page.items.map((row) => noticeView(row, language)), next: page.next };
  },

  readNotices: async ({ caller, body }) => {
    const { posts, personId, actingFor } = caller;
    return { read: await markRead(deps.db, { ids: body.ids, posts, personId, actingFor, now: deps.clock() }) };
  },
});
