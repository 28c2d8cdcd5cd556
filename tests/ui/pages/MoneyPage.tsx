import { useState } from "react";
import { endpoints } from "../../../domain/contracts/index.ts";
import type { GroupTotals, LedgerGroup, StageTotals } from "../../../domain/funding/ledger-views.ts";
import { DownloadLink } from "../../../admin-ui/src/funding/DownloadLink.tsx";
import { MoneyView } from "../../../admin-ui/src/funding/MoneyView.tsx";

const totals = (requested: string, decided: string, disbursed: string): StageTotals => ({
  lines: 2,
  requested,
  appraised: decided,
  decided,
  assigned: decided,
  disbursed,
  remaining: (BigInt(decided) - BigInt(disbursed)).toString(),
  carriedOut: "0",
  recovered: "0",
  recorded: "0",
  spentRatio: 2500,
});

const all = totals("2000000000", "1600000000", "400000000");
const half = totals("1000000000", "800000000", "200000000");
const groups: Record<LedgerGroup, readonly GroupTotals[]> = {
  source: [
    { code: "IV.1.TX.DP", totals: half },
    { code: "IV.1.TX.TW", totals: half },
  ],
  unit: [{ code: "SYT", totals: all }],
  task: [{ code: "III.3.b.1", totals: all }],
  year: [{ code: "2027", totals: all }],
};

export function MoneyPage() {
  const [by, setBy] = useState<LedgerGroup>("source");
  const download = (
    <DownloadLink endpoint={endpoints.exportMoney} query={{ by, year: "2027" }}>
      Tải bảng tổng hợp (CSV)
    </DownloadLink>
  );
  return <MoneyView totals={all} groups={groups[by]} by={by} onBy={setBy} download={download} />;
}
