import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import type { LedgerGroup, StageTotals } from "../../../domain/funding/ledger-views.ts";
import { Page } from "../elements/Page.tsx";
import { Answered } from "../elements/States.tsx";
import { useText } from "../i18n/use-text.ts";
import { useProvider } from "../providers/use-provider.ts";
import { MoneyView } from "./MoneyView.tsx";

export default function MoneyPage() {
  const text = useText();
  const provider = useProvider();
  const [by, setBy] = useState<LedgerGroup>("source");
  const query = useQuery({ queryKey: ["money", by], queryFn: () => provider.getMoney(by) });
  return (
    <Page title={text("money.title")} lead={text("money.lead")}>
      <Answered query={query}>
        {({ total, groups }) => (
          <MoneyView
            totals={heard(total)}
            groups={groups.map(({ code, totals }) => ({ code, totals: heard(totals) }))}
            by={by}
            onBy={setBy}
          />
        )}
      </Answered>
    </Page>
  );
}

type Sent = Omit<StageTotals, "spentRatio"> & { readonly spentRatio?: number | undefined };

/** JSON has no undefined: what was left out comes back as the ledger says it. */
const heard = (totals: Sent): StageTotals => ({ ...totals, spentRatio: totals.spentRatio });
