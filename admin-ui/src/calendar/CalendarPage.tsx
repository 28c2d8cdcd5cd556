import { useState } from "react";
import { Alert, AlertTitle, Box, Typography } from "@mui/material";
import { localDate, yearOf } from "../../../domain/calendar/index.ts";
import type { CalendarView } from "../../../domain/contracts/calendar.ts";
import { Page } from "../elements/Page.tsx";
import { Answered } from "../elements/States.tsx";
import { useText } from "../i18n/use-text.ts";
import { useMe } from "../layout/use-me.ts";
import { useNow } from "../time/use-now.ts";
import { Changes } from "./Changes.tsx";
import { editOf, linesOf, noEdit, type EditDraft } from "./edit-draft.ts";
import { HoursSheet } from "./HoursSheet.tsx";
import { ListedDaysTable } from "./ListedDaysTable.tsx";
import { PendingBar } from "./PendingBar.tsx";
import { ReviewDialog } from "./ReviewDialog.tsx";
import { RuleSheet } from "./RuleSheet.tsx";
import { useCalendar, useDaysOf } from "./use-calendar.ts";
import { YearSheet } from "./YearSheet.tsx";

export default function CalendarPage() {
  const text = useText();
  const calendar = useCalendar();
  return (
    <Page title={text("calendar.title")} lead={text("calendar.lead")}>
      <Answered query={calendar}>{(view) => <CalendarSheets view={view} />}</Answered>
      <Changes />
    </Page>
  );
}

function CalendarSheets({ view }: { view: CalendarView }) {
  const text = useText();
  const mayEdit = useMe().data?.grants.includes("administer") ?? false;
  const [year, setYear] = useState(yearOf(localDate(useNow())));
  const [kept, setDraft] = useState<EditDraft>(noEdit(view.serial));
  const days = useDaysOf(year).data?.items ?? [];
  const [reviewing, setReviewing] = useState(false);
  const pending = linesOf(editOf(kept)).length;
  // Nothing entered yet: whatever comes is made on the calendar that is on the screen now.
  const draft = pending === 0 ? noEdit(view.serial) : kept;
  const change = (next: Partial<EditDraft>) => setDraft({ ...draft, ...next });
  return (
    <>
      {view.missing.length > 0 && (
        <Alert severity="error" variant="filled" sx={{ mb: 2.5 }}>
          <AlertTitle>{text("calendar.missing", { years: view.missing.join(", ") })}</AlertTitle>
          {text("calendar.missingText")}
        </Alert>
      )}
      <YearSheet {...{ view, year, draft, mayEdit, change }} onYear={setYear} />
      <Box sx={{ display: "grid", columnGap: 2.5, gridTemplateColumns: { md: "1fr 1fr" } }}>
        <RuleSheet {...{ view, year, draft, mayEdit, change }} />
        <HoursSheet {...{ view, draft, mayEdit, change }} />
      </Box>
      <ListedDaysTable year={year} days={days} edits={draft.days} />
      {!mayEdit && (
        <Typography variant="body2" color="text.secondary" sx={{ mb: 2.5 }}>
          {text("calendar.readOnly")}
        </Typography>
      )}
      {pending > 0 && (
        <PendingBar
          count={pending}
          onReview={() => setReviewing(true)}
          onDiscard={() => setDraft(noEdit(view.serial))}
        />
      )}
      {reviewing && <ReviewDialog draft={draft} onChange={setDraft} onClose={() => setReviewing(false)} />}
    </>
  );
}
