import { Alert, Box, Button, TextField, Typography } from "@mui/material";
import { useSearchParams } from "react-router";
import type { CaseView } from "../../../domain/contracts/cases.ts";
import type { FundingList } from "../../../domain/funding/list.ts";
import type { ConsolidatedReport } from "../../../domain/report/consolidated-schema.ts";
import { Answered, Empty } from "../elements/States.tsx";
import { useText } from "../i18n/use-text.ts";
import type { Json } from "../draft/set-at.ts";
import { ListLines } from "../funding/ListLines.tsx";
import { PaperView } from "../paper/PaperView.tsx";
import { RequestView } from "../funding/RequestView.tsx";
import { ConsolidatedView } from "../report/ConsolidatedView.tsx";
import { ReportView } from "../report/ReportView.tsx";
import { dateTime } from "../time/dates.ts";
import { useContent } from "./use-content.ts";

export function CaseContent({ view }: { view: CaseView }) {
  const text = useText();
  const [search, setSearch] = useSearchParams();
  const [newest] = view.contents;
  if (!view.content) return <Empty title={text("case.noneYet")}>{text("case.noneYetText")}</Empty>;
  if (!newest) return <Empty title={text("case.notForYou")}>{text("case.notForYouText")}</Empty>;
  const { number } = view.contents.find((one) => String(one.number) === search.get("version")) ?? newest;
  const choose = (version: string) =>
    setSearch((before) => ({ ...Object.fromEntries(before), version }), { replace: true });
  return (
    <>
      {view.contents.length > 1 && <VersionChooser view={view} number={number} onChoose={choose} />}
      <FrozenContent view={view} number={number} />
    </>
  );
}

interface VersionChooserProps {
  view: CaseView;
  number: number;
  onChoose: (version: string) => void;
}

/** Every version that was put forward can be read again; which one a decision is bound to is said. */
function VersionChooser({ view, number, onChoose }: VersionChooserProps) {
  const text = useText();
  const latest = view.content?.number ?? number;
  return (
    <Box className="no-print" sx={{ display: "grid", gap: 1.5, mb: 2, maxWidth: 520 }}>
      <TextField
        select
        label={text("case.chooseVersion")}
        value={String(number)}
        slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
        onChange={({ target }) => onChoose(target.value)}
      >
        {view.contents.map(({ number: version, createdBy, createdAt }) => (
          <option key={version} value={version}>
            {text("case.versionBy", { number: version, name: createdBy, time: dateTime(createdAt) })}
          </option>
        ))}
      </TextField>
      {number !== latest && <Alert severity="info">{text("case.olderVersion", { number, latest })}</Alert>}
    </Box>
  );
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
  if (view.form === "funding-request") return <RequestContent view={view} body={body} />;
  if (view.form === "paper") return <PaperView body={body} sections={view.sections} />;
  if (view.form === "funding-list") return <ListContent view={view} body={body} />;
  return <ConsolidatedView report={body as unknown as ConsolidatedReport} />;
}

/** What is asked, and below it what became of each line. */
function RequestContent({ view, body }: { view: CaseView; body: Json }) {
  const text = useText();
  return (
    <>
      <RequestView body={body} unit={{ code: view.unit, name: view.unitName }} />
      {view.lines.length > 0 && (
        <Box component="section" sx={{ mt: 3 }}>
          <Typography variant="h3" sx={{ mb: 1 }}>
            {text("lines.fate")}
          </Typography>
          <ListLines lines={view.lines} caption={text("lines.fate")} />
        </Box>
      )}
    </>
  );
}

/** The department's own words, then table C as it stands now. */
function ListContent({ view, body }: { view: CaseView; body: Json }) {
  const text = useText();
  const { editorial } = body as unknown as FundingList;
  return (
    <>
      {[editorial?.assessment, editorial?.recommendations].map(
        (words) =>
          words && (
            <Typography key={words} sx={{ whiteSpace: "pre-wrap", mb: 2 }}>
              {words}
            </Typography>
          ),
      )}
      <ListLines lines={view.lines} caption={text("lines.table")} />
    </>
  );
}
