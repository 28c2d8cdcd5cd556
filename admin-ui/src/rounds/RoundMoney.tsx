import { useQuery } from "@tanstack/react-query";
import { formatDong, type Dong } from "../../../domain/money/dong.ts";
import { DataTable } from "../elements/DataTable.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { Answered, Empty } from "../elements/States.tsx";
import { useLanguage, useText } from "../i18n/use-text.ts";
import { groupName } from "../funding/names.ts";
import { useProvider } from "../providers/use-provider.ts";

const STAGES = ["requested", "appraised", "decided", "assigned"] as const;
type Totals = Readonly<Record<(typeof STAGES)[number], Dong>>;

/** What the round asks for and gets, by source; of an agency, its own part. */
export function RoundMoney({ campaignId }: { campaignId: string }) {
  const text = useText();
  const [language] = useLanguage();
  const provider = useProvider();
  const money = useQuery({
    queryKey: ["campaign", campaignId, "money"],
    queryFn: () => provider.moneyOfRound(campaignId),
    refetchInterval: 30_000,
  });
  return (
    <Sheet flush title={text("rounds.totals")}>
      <Answered query={money}>
        {({ total, groups }) =>
          groups.length === 0 ? (
            <Empty title={text("rounds.noRequests")} />
          ) : (
            <DataTable
              caption={text("rounds.bySource")}
              rows={[...groups, { code: "", totals: total }]}
              idOf={({ code }) => code}
              columns={[
                {
                  key: "source",
                  label: text("listDesk.source"),
                  head: true,
                  cell: ({ code }) => (code === "" ? text("listDesk.total") : groupName("source", code, language)),
                },
                ...STAGES.map((stage) => ({
                  key: stage,
                  label: text(`money.stage.${stage}`),
                  numeric: true,
                  cell: ({ totals }: { totals: Totals }) => formatDong(totals[stage]),
                })),
              ]}
            />
          )
        }
      </Answered>
    </Sheet>
  );
}
