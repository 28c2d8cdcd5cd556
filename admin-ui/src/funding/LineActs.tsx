import { useState } from "react";
import { Button } from "@mui/material";
import type { output } from "zod";
import type { moneyLinePageSchema } from "../../../domain/contracts/funding.ts";
import { useText } from "../i18n/use-text.ts";
import { OutsideDialog } from "./OutsideDialog.tsx";
import { PaperDialog } from "./PaperDialog.tsx";
import { SpendingDialog } from "./SpendingDialog.tsx";

export type MoneyLinePage = output<typeof moneyLinePageSchema>;

export function LineActs({ line }: { line: MoneyLinePage }) {
  const text = useText();
  const [open, setOpen] = useState<"report" | "paper" | "outside" | null>(null);
  const close = () => setOpen(null);
  const { id, may, openPeriods, periods, due } = line;
  return (
    <>
      {may.report && openPeriods.length > 0 && (
        <Button variant="contained" onClick={() => setOpen("report")}>
          {text("ledger.report")}
        </Button>
      )}
      {may.propose && (
        <Button variant="contained" onClick={() => setOpen("paper")}>
          {text("papers.new")}
        </Button>
      )}
      {may.record && (
        <Button variant="contained" onClick={() => setOpen("outside")}>
          {text("ledger.correct")}
        </Button>
      )}
      {open === "report" && (
        <SpendingDialog lineId={id} periods={openPeriods} reported={periods} first={due[0]?.period} onClose={close} />
      )}
      {open === "paper" && <PaperDialog lineId={id} onClose={close} />}
      {open === "outside" && <OutsideDialog units={[line.unit]} line={line} onClose={close} />}
    </>
  );
}
