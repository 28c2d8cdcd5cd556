import { Alert, AlertTitle } from "@mui/material";
import type { CaseView } from "../../../domain/contracts/cases.ts";
import { useText } from "../i18n/use-text.ts";
import { dateTime } from "../time/dates.ts";

/** A step that one administrator wants passed over: nothing happens until another one agrees. */
export function SkipNotice({ skip }: { skip: NonNullable<CaseView["skipProposed"]> }) {
  const text = useText();
  return (
    <Alert severity="warning" sx={{ mb: 2.5 }}>
      <AlertTitle>{text("case.skipTitle")}</AlertTitle>
      {text("case.skipBy", { name: skip.by, time: dateTime(skip.at) })}
      <br />
      <strong>{text("decide.reasonPlain")}:</strong> {skip.reason}
    </Alert>
  );
}
