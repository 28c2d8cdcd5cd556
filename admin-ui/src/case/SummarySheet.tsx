import { Box } from "@mui/material";
import type { CaseView } from "../../../domain/contracts/cases.ts";
import type { ConsolidatedReport } from "../../../domain/report/consolidated-schema.ts";
import { summaryLines, summaryOf, summaryOfConsolidated } from "../../../domain/report/summary.ts";
import { Sheet } from "../elements/Sheet.tsx";
import { useLanguage, useText } from "../i18n/use-text.ts";
import { useContent } from "./use-content.ts";

/** What an approver with thirty files needs before opening one, counted from the very content that is signed. */
export function SummarySheet({ view, number }: { view: CaseView; number: number }) {
  const text = useText();
  const [language] = useLanguage();
  const { data } = useContent(view.id, number);
  // A paper of plain sections is its own summary.
  if (!data || view.form === "paper") return null;
  const summary =
    view.form === "annual-report"
      ? summaryOf(data.body)
      : summaryOfConsolidated(data.body as unknown as ConsolidatedReport);
  return (
    <Sheet title={text("case.summary")}>
      <Box component="ul" sx={{ m: 0, pl: 2.5, display: "grid", gap: 0.5 }}>
        {summaryLines(summary, language).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </Box>
    </Sheet>
  );
}
