import { useState } from "react";
import { Alert, AlertTitle, Button, FormControlLabel, Switch, Typography } from "@mui/material";
import type { CalendarView } from "../../../domain/contracts/calendar.ts";
import { Sheet } from "../elements/Sheet.tsx";
import { Answered } from "../elements/States.tsx";
import { Tag } from "../elements/Tag.tsx";
import { useText } from "../i18n/use-text.ts";
import { DayDialog } from "./DayDialog.tsx";
import type { EditDraft } from "./edit-draft.ts";
import { shownDays } from "./shown-day.ts";
import { useDaysOf } from "./use-calendar.ts";
import { YearChoice } from "./YearChoice.tsx";
import { YearGrid } from "./YearGrid.tsx";

interface YearSheetProps {
  view: CalendarView;
  year: number;
  draft: EditDraft;
  mayEdit: boolean;
  change: (next: Partial<EditDraft>) => void;
  onYear: (year: number) => void;
}

export function YearSheet({ view, year, draft, mayEdit, change, onYear }: YearSheetProps) {
  const text = useText();
  const days = useDaysOf(year);
  const [opened, setOpened] = useState<string | null>(null);
  const entered = view.years.find((one) => one.year === year);
  const provisional = draft.years[year] ?? entered?.provisional ?? null;
  const enter = (next: boolean) => change({ years: { ...draft.years, [year]: next } });
  const dayAt = shownDays(days.data?.items ?? [], draft.days);
  return (
    <>
      <Sheet
        title={text("calendar.yearOf", { year })}
        aside={<YearChoice {...{ view, year, mayEdit }} onChange={onYear} />}
      >
        {provisional === null ? (
          <Alert
            severity="error"
            sx={{ mb: 2 }}
            action={
              mayEdit && (
                <Button color="inherit" onClick={() => enter(true)}>
                  {text("calendar.enter", { year })}
                </Button>
              )
            }
          >
            <AlertTitle>{text("calendar.notEntered", { year })}</AlertTitle>
            {text("calendar.notEnteredText")}
          </Alert>
        ) : (
          <YearState {...{ provisional, mayEdit }} onChange={enter}>
            {entered && text("calendar.summary", { off: entered.off, work: entered.swapWork })}
          </YearState>
        )}
        <Answered query={days}>{() => <YearGrid key={year} {...{ year, dayAt }} onOpen={setOpened} />}</Answered>
      </Sheet>
      {opened !== null && (
        <DayDialog
          date={opened}
          day={dayAt(opened)}
          mayEdit={mayEdit && provisional !== null}
          onClose={() => setOpened(null)}
          onApply={(edited) => {
            setOpened(null);
            change({ days: { ...draft.days, ...Object.fromEntries(edited.map((day) => [day.date, day])) } });
          }}
        />
      )}
    </>
  );
}

interface YearStateProps {
  provisional: boolean;
  mayEdit: boolean;
  onChange: (provisional: boolean) => void;
  children: React.ReactNode;
}

function YearState({ provisional, mayEdit, onChange, children }: YearStateProps) {
  const text = useText();
  return (
    <Typography
      component="div"
      variant="body2"
      sx={{ display: "flex", flexWrap: "wrap", gap: 1.5, mb: 1.5, alignItems: "center" }}
    >
      <Tag tone={provisional ? "soon" : "good"}>{text(provisional ? "calendar.provisional" : "calendar.entered")}</Tag>
      <span>{children}</span>
      {provisional && <span>{text("calendar.provisionalText")}</span>}
      {mayEdit && (
        <FormControlLabel
          sx={{ mr: 0 }}
          control={<Switch checked={!provisional} onChange={(_, official) => onChange(!official)} />}
          label={text("calendar.official")}
        />
      )}
    </Typography>
  );
}
