import { useState } from "react";
import { LineDecisions } from "../../../admin-ui/src/funding/LineDecisions.tsx";
import { OpinionForm } from "../../../admin-ui/src/funding/OpinionForm.tsx";
import { ceilings, offered } from "./lines-data.ts";

const Sent = ({ what }: { what: unknown }) => (
  <script type="application/json" id="sent" dangerouslySetInnerHTML={{ __html: JSON.stringify(what) }} />
);

export function DecisionsPage() {
  const [sent, setSent] = useState<unknown>(null);
  return (
    <>
      <LineDecisions lines={offered} ceilings={ceilings} onSend={setSent} />
      <Sent what={sent} />
    </>
  );
}

export function OpinionPage() {
  const [sent, setSent] = useState<unknown>(null);
  return (
    <>
      <OpinionForm lines={offered} onSend={setSent} />
      <Sent what={sent} />
    </>
  );
}
