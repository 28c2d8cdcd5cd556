import { Box } from "@mui/material";
import type { CaseView } from "../../../domain/contracts/cases.ts";
import { Sheet } from "../elements/Sheet.tsx";
import { useLanguage, useText } from "../i18n/use-text.ts";
import { summaryOfForm } from "./summary-of-form.ts";
import { useContent } from "./use-content.ts";

/** What an approver with thirty files needs before opening one, counted from the very content that is signed. */
export function SummarySheet({ view, number }: { view: Pick<CaseView, "id" | "form">; number: number }) {
  const text = useText();
  const [language] = useLanguage();
  const { data } = useContent(view.id, number);
  const { form } = view;
  // A paper of plain sections is its own summary.
  if (!data || form === "paper") return null;
  return (
    <Sheet title={text("case.summary")}>
      <Box component="ul" sx={{ m: 0, pl: 2.5, display: "grid", gap: 0.5 }}>
        {summaryOfForm(form, data.body, language).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </Box>
    </Sheet>
  );
}
