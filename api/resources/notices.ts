import { answerText } from "../../domain/funding/answer-text.ts";
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

type Param = NoticeRow["params"][string] | undefined;

const said = (value: Param): string => (typeof value === "string" || typeof value === "number" ? String(value) : "");
const dayText = (date: Param): string => formatDate(said(date));

function noticeView(row: NoticeRow, language: Language): NoticeView {
  const { title, by, dueAt, reason, document, lines, from, to, start, end } = row.params;
  const words = {
    title: said(title),
    by: said(by ?? texts[language].system),
    due: typeof dueAt === "number" ? lastDayText(dueAt) : null,
    reason: typeof reason === "string" ? reason : null,
    answer: Array.isArray(lines) ? answerText(said(document), lines, language) : "",
    from: said(from),
    to: said(to),
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
