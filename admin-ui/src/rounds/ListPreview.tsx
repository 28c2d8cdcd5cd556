import { Typography } from "@mui/material";
import type { FundingList } from "../../../domain/funding/list.ts";
import { formatDong } from "../../../domain/money/dong.ts";
import { dongInWords } from "../../../domain/money/words.ts";
import { DataTable } from "../elements/DataTable.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { Empty } from "../elements/States.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import { groupName } from "../funding/names.ts";
import { useLanguage, useText } from "../i18n/use-text.ts";

/** The list as it would go up now: line by line, then what each source is asked for. */
export function ListPreview({ list }: { list: FundingList }) {
  const text = useText();
  const [language] = useLanguage();
  const source = (code: string) => groupName("source", code, language);
  if (list.lines.length === 0) {
    return (
      <Sheet title={text("listDesk.preview")}>
        <Empty title={text("listDesk.previewEmpty")} />
      </Sheet>
    );
  }
  return (
    <Sheet flush title={text("listDesk.preview")}>
      <DataTable
        caption={text("listDesk.preview")}
        rows={list.lines}
        idOf={({ lineId }) => lineId}
        columns={[
          {
            key: "agency",
            label: text("listDesk.agency"),
            head: true,
            cell: ({ requestId, unitName, title }) => (
              <>
                <TextLink to={`/cases/${requestId}`}>{unitName}</TextLink>
                <div>{title}</div>
              </>
            ),
          },
          { key: "task", label: text("listDesk.task"), cell: ({ taskCode }) => taskCode },
          { key: "source", label: text("listDesk.source"), cell: ({ sourceCode }) => source(sourceCode) },
          { key: "year", label: text("listDesk.year"), cell: ({ year }) => String(year) },
          {
            key: "amount",
            label: text("listDesk.amount"),
            numeric: true,
            cell: ({ requested }) => formatDong(requested),
          },
        ]}
      />
      <DataTable
        caption={text("rounds.bySource")}
        rows={[...list.bySource, { code: "", amount: list.total }]}
        idOf={({ code }) => code}
        columns={[
          {
            key: "source",
            label: text("rounds.bySource"),
            head: true,
            cell: ({ code }) => (code === "" ? text("listDesk.total") : source(code)),
          },
          {
            key: "amount",
            label: text("listDesk.amount"),
            numeric: true,
            cell: ({ amount }) => formatDong(amount),
          },
        ]}
      />
      <Typography sx={{ px: 2.5, py: 1.5 }}>{text("listDesk.words", { words: dongInWords(list.total) })}</Typography>
    </Sheet>
  );
}
