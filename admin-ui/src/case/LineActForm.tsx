import { useQuery } from "@tanstack/react-query";
import type { ActionView, CaseView, CommandRequestBody } from "../../../domain/contracts/cases.ts";
import { Answered } from "../elements/States.tsx";
import { DeferForm } from "../funding/DeferForm.tsx";
import { ExplainForm } from "../funding/ExplainForm.tsx";
import { LineDecisions } from "../funding/LineDecisions.tsx";
import { proposedOf } from "../funding/line-rows.ts";
import { OpinionForm } from "../funding/OpinionForm.tsx";
import { ResolutionForm } from "../funding/ResolutionForm.tsx";
import { useProvider } from "../providers/use-provider.ts";

interface LineActFormProps {
  view: CaseView;
  action: ActionView;
  busy: boolean;
  onSend: (body: CommandRequestBody) => void;
}

/** The form of each act that is given line by line. */
export function LineActForm({ view, action, busy, onSend }: LineActFormProps) {
  const lines = view.lines.filter(({ id }) => action.lines.includes(id));
  switch (action.verb) {
    case "opine":
      return <OpinionForm lines={lines} busy={busy} onSend={onSend} />;
    case "approve":
      return <ExplainForm lines={view.lines} busy={busy} onSend={onSend} />;
    case "resolve-lines":
      return <ResolutionForm lines={lines} busy={busy} onSend={onSend} />;
    default:
      return <Sitting view={view} lines={lines} busy={busy} onSend={onSend} />;
  }
}

interface SittingProps extends Omit<LineActFormProps, "action"> {
  lines: CaseView["lines"];
}

function Sitting({ view, lines, busy, onSend }: SittingProps) {
  const provider = useProvider();
  const ceilings = useQuery({
    queryKey: ["ceilings", view.id, view.seq],
    queryFn: () => provider.weighLines(lines.map((line) => ({ line: line.id, amount: proposedOf(line) }))),
    enabled: lines.length > 0,
  });
  const referred = view.lines.filter(({ status }) => status === "referred");
  return (
    <>
      {lines.length > 0 && (
        <Answered query={ceilings}>
          {({ items }) => <LineDecisions lines={lines} ceilings={items} busy={busy} onSend={onSend} />}
        </Answered>
      )}
      {referred.length > 0 && <DeferForm lines={referred} busy={busy} onSend={onSend} />}
    </>
  );
}
