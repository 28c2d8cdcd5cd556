import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { endpoints } from "../../../domain/contracts/index.ts";
import type { LedgerGroup, StageTotals } from "../../../domain/funding/ledger-views.ts";
import { Answered, Empty } from "../elements/States.tsx";
import { useText } from "../i18n/use-text.ts";
import { useProvider } from "../providers/use-provider.ts";
import { DownloadLink } from "./DownloadLink.tsx";
import { MoneyView } from "./MoneyView.tsx";
import type { MoneyFilter } from "./use-money-filter.ts";

interface MoneyTotalsProps {
  by: LedgerGroup;
  filter: MoneyFilter;
  filtered: boolean;
  onBy: (by: LedgerGroup) => void;
}

export function MoneyTotals({ by, filter, filtered, onBy }: MoneyTotalsProps) {
  const text = useText();
  const provider = useProvider();
  const query = useQuery({
    queryKey: ["money", by, filter],
    queryFn: () => provider.getMoney(by, filter),
    placeholderData: keepPreviousData,
  });
  return (
    <Answered query={query}>
      {({ total, groups }) =>
        filtered && total.lines === 0 ? (
          <Empty title={text("ledger.noMatch")}>{text("ledger.noMatchHint")}</Empty>
        ) : (
          <MoneyView
            totals={heard(total)}
            groups={groups.map(({ code, totals }) => ({ code, totals: heard(totals) }))}
            by={by}
            onBy={onBy}
            download={
              <DownloadLink endpoint={endpoints.exportMoney} query={{ ...filter, by }}>
                {text("ledger.downloadGroups")}
              </DownloadLink>
            }
          />
        )
      }
    </Answered>
  );
}

type Sent = Omit<StageTotals, "spentRatio"> & { readonly spentRatio?: number | undefined };

/** JSON has no undefined: what was left out comes back as the ledger says it. */
export const heard = (totals: Sent): StageTotals => ({ ...totals, spentRatio: totals.spentRatio });
