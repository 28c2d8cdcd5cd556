import { useState } from "react";
import { Sheet } from "../../../admin-ui/src/elements/Sheet.tsx";
import { DeferForm } from "../../../admin-ui/src/funding/DeferForm.tsx";
import { ExplainForm } from "../../../admin-ui/src/funding/ExplainForm.tsx";
import { LineDecisions } from "../../../admin-ui/src/funding/LineDecisions.tsx";
import { ListLines } from "../../../admin-ui/src/funding/ListLines.tsx";
import { OpinionForm } from "../../../admin-ui/src/funding/OpinionForm.tsx";
import { ResolutionForm } from "../../../admin-ui/src/funding/ResolutionForm.tsx";
import { asked, ceilings, offered, settled } from "./lines-data.ts";

const Sent = ({ what }: { what: unknown }) => (
  <script type="application/json" id="sent" dangerouslySetInnerHTML={{ __html: JSON.stringify(what) }} />
);

type Form = (props: { onSend: (what: unknown) => void }) => React.ReactNode;

function page(Form: Form) {
  return function Shown() {
    const [sent, setSent] = useState<unknown>(null);
    return (
      <>
        <Form onSend={setSent} />
        <Sent what={sent} />
      </>
    );
  };
}

export const DecisionsPage = page(({ onSend }) => (
  <LineDecisions lines={offered} ceilings={ceilings} busy={false} onSend={onSend} />
));
export const OpinionPage = page(({ onSend }) => <OpinionForm lines={asked} busy={false} onSend={onSend} />);
export const ExplainPage = page(({ onSend }) => <ExplainForm lines={offered} busy={false} onSend={onSend} />);
export const CouncilPage = page(({ onSend }) => (
  <>
    <ResolutionForm lines={offered} busy={false} onSend={onSend} />
    <DeferForm lines={offered} busy={false} onSend={onSend} />
  </>
));
export const TablePage = page(() => (
  <Sheet title="Danh mục">
    <ListLines lines={settled} caption="Danh mục từng dòng" />
  </Sheet>
));
