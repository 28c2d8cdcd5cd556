import type { LineState, LineStatus } from "../engine/case.ts";
import { formatDong } from "../money/dong.ts";
import type { Label } from "../engine/pipeline.ts";

type Language = keyof Label;

const outcomes: Record<LineStatus, Label> = {
  approved: { vi: "được duyệt", en: "approved" },
  "approved-in-part": { vi: "được duyệt một phần", en: "approved in part" },
  rejected: { vi: "không bố trí", en: "not funded" },
  withdrawn: { vi: "đã rút", en: "withdrawn" },
  referred: { vi: "chờ HĐND tỉnh", en: "waits for the council" },
  deferred: { vi: "chờ HĐND tỉnh, xét ở danh mục sau", en: "waits for the council, on a later list" },
  open: { vi: "chưa quyết định", en: "not decided" },
  "to-clarify": { vi: "chờ làm rõ", en: "to be clarified" },
};

function lineText({ source, year, requested, amount, status, reason }: LineState, language: Language): string {
  const of = language === "vi" ? "trên" : "of";
  const amounts = amount > 0 ? ` ${formatDong(String(amount))} ${of} ${formatDong(String(requested))} đồng` : "";
  const why = reason === undefined || reason === "" ? "" : ` (${reason})`;
  return `${source}, ${year}: ${outcomes[status][language]}${amounts}${why}`;
}

/** The answer to a request in one sentence: the decision, and every line with amount and reason. */
export function answerText(document: string, lines: readonly LineState[], language: Language): string {
  const decision = language === "vi" ? `Quyết định số ${document}` : `Decision ${document}`;
  return `${decision}: ${lines.map((line) => lineText(line, language)).join("; ")}.`;
}
