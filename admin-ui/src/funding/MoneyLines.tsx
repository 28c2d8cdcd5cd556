import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { endpoints } from "../../../domain/contracts/index.ts";
import { formatDong } from "../../../domain/money/dong.ts";
import { DataTable, type Column } from "../elements/DataTable.tsx";
import { Pager, useCursors } from "../elements/Pager.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { Answered, Empty } from "../elements/States.tsx";
import { Tag } from "../elements/Tag.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import { useLanguage, useText } from "../i18n/use-text.ts";
import { useProvider } from "../providers/use-provider.ts";
import { DownloadLink } from "./DownloadLink.tsx";
import { stateOf, toneOf, type MoneyLine } from "./line-state.ts";
import { groupName } from "./names.ts";
import type { MoneyFilter } from "./use-money-filter.ts";

interface MoneyLinesProps {
  filter: MoneyFilter;
  filtered: boolean;
}

export function MoneyLines({ filter, filtered }: MoneyLinesProps) {
  const text = useText();
  const provider = useProvider();
  const cursors = useCursors();
  const { cursor } = cursors;
  const lines = useQuery({
    queryKey: ["money-lines", filter, cursor ?? ""],
    queryFn: () => provider.listMoneyLines({ ...filter, cursor, limit: "50" }),
    placeholderData: keepPreviousData,
  });
  const columns = useLineColumns();
  return (
    <Sheet
      flush
      title={text("ledger.lines")}
      aside={
        <DownloadLink endpoint={endpoints.exportMoneyLines} query={filter}>
          {text("ledger.downloadLines")}
        </DownloadLink>
      }
    >
      <Answered query={lines}>
        {({ items, next }) =>
          items.length > 0 ? (
            <>
              <DataTable
                caption={text("ledger.tableOf", { title: text("ledger.lines") })}
                rows={items}
                idOf={({ id }) => id}
                columns={columns}
              />
              <Pager cursors={cursors} next={next} />
            </>
          ) : (
            <Empty title={text(filtered ? "ledger.noMatch" : "money.none")}>
              {text(filtered ? "ledger.noMatchHint" : "money.noneHint")}
            </Empty>
          )
        }
      </Answered>
    </Sheet>
  );
}

function useLineColumns(): readonly Column<MoneyLine>[] {
  const text = useText();
  const [language] = useLanguage();
  const amount = (key: string, label: string, of: (line: MoneyLine) => string | null): Column<MoneyLine> => ({
    key,
    label,
    numeric: true,
    whole: true,
    cell: (line) => {
      const value = of(line);
      return value === null || value === "0" ? "" : formatDong(value);
    },
  });
  return [
    {
      key: "title",
      label: text("ledger.line"),
      head: true,
      cell: ({ id, title }) => <TextLink to={`/money/lines/${id}`}>{title}</TextLink>,
    },
    { key: "unit", label: text("ledger.unit"), cell: ({ unitName }) => unitName },
    { key: "source", label: text("ledger.source"), cell: ({ source }) => groupName("source", source, language) },
    { key: "year", label: text("ledger.year"), numeric: true, cell: ({ year }) => year },
    {
      key: "state",
      label: text("ledger.state"),
      whole: true,
      cell: (line) => <Tag tone={toneOf[stateOf(line)]}>{text(`ledger.states.${stateOf(line)}`)}</Tag>,
    },
    amount("requested", text("money.stage.requested"), ({ requested }) => requested),
    amount("decided", text("money.stage.decided"), ({ decided }) => decided),
    amount("assigned", text("money.stage.assigned"), ({ assigned }) => assigned),
    amount("disbursed", text("money.stage.disbursed"), ({ disbursed }) => disbursed),
    amount("remaining", text("ledger.remaining"), ({ remaining }) => remaining),
    amount("recorded", text("ledger.recorded"), ({ recorded }) => recorded),
  ];
}
