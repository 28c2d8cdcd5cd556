import { Box, Button, Typography } from "@mui/material";
import type { CaseView } from "../../../domain/contracts/cases.ts";
import type { ConsolidatedReport } from "../../../domain/report/consolidated-schema.ts";
import { Answered, Empty } from "../elements/States.tsx";
import { useText } from "../i18n/use-text.ts";
import type { Json } from "../draft/set-at.ts";
import { ListLines } from "../funding/ListLines.tsx";
import { PaperView } from "../paper/PaperView.tsx";
import { RequestView } from "../funding/RequestView.tsx";
import { ConsolidatedView } from "../report/ConsolidatedView.tsx";
import { ReportView } from "../report/ReportView.tsx";
import { useContent } from "./use-content.ts";

export function CaseContent({ view }: { view: CaseView }) {
  const text = useText();
  if (!view.content) return <Empty title={text("case.noneYet")}>{text("case.noneYetText")}</Empty>;
  return <FrozenContent view={view} number={view.content.number} />;
}

function FrozenContent({ view, number }: { view: CaseView; number: number }) {
  const text = useText();
  const content = useContent(view.id, number);
  return (
    <Answered query={content}>
      {({ body, hash }) => (
        <>
          <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, alignItems: "center", mb: 2 }}>
            <Typography variant="caption" color="text.secondary" sx={{ flex: 1, overflowWrap: "anywhere" }}>
              {text("report.seal", { number })} · {text("report.hash")} <code>{hash.slice(0, 16)}</code>
            </Typography>
            <Button size="small" variant="outlined" className="no-print" onClick={() => window.print()}>
              {text("case.print")}
            </Button>
          </Box>
          {/* Frozen content was parsed by the server's schema before it was hashed. */}
          <Body view={view} body={body} />
        </>
      )}
    </Answered>
  );
}

function Body({ view, body }: { view: CaseView; body: Json }) {
  const unit = { code: view.unit, name: view.unitName };
  if (view.form === "annual-report") return <ReportView report={body} unit={unit} />;
  if (view.form === "funding-request") return <RequestView body={body} unit={unit} />;
  if (view.form === "paper") return <PaperView body={body} sections={view.sections} />;
  if (view.form === "funding-list") return <ListLines lines={view.lines} />;
  return <ConsolidatedView report={body as unknown as ConsolidatedReport} />;
}
