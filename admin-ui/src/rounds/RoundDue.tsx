import { Alert } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { lastDayOf } from "../../../domain/calendar/local-time.ts";
import { ProblemNotice } from "../elements/States.tsx";
import { useText } from "../i18n/use-text.ts";
import { useProvider } from "../providers/use-provider.ts";
import { dayText } from "../time/dates.ts";

/** When the term really ends, before anybody opens the round: a day off moves it. */
export function RoundDue({ closesOn }: { closesOn: string }) {
  const text = useText();
  const provider = useProvider();
  const query = useQuery({
    queryKey: ["round-plan", closesOn],
    queryFn: () => provider.prepareRound(closesOn),
    enabled: closesOn !== "",
  });
  if (closesOn === "") return null;
  if (query.error) return <ProblemNotice error={query.error} />;
  const due = query.data?.due;
  if (!due) return <Alert severity="info">{text("rounds.dueAsked")}</Alert>;
  if (!due.open) return <Alert severity="warning">{text("rounds.past")}</Alert>;
  const last = lastDayOf(Date.parse(due.effectiveDue));
  return (
    <Alert severity="info" role="status">
      <strong>{text("rounds.dueIs", { date: dayText(last) })}</strong>{" "}
      {last !== closesOn && text("rounds.rolled", { date: dayText(closesOn) })}
    </Alert>
  );
}
