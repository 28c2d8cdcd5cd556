import { useState } from "react";
import { useParams } from "react-router";
import { Box, Button } from "@mui/material";
import type { DelegationView } from "../../../domain/contracts/delegations.ts";
import { Facts } from "../elements/Facts.tsx";
import { Page } from "../elements/Page.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { Loading, ProblemNotice } from "../elements/States.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import { usePostName } from "../elements/use-post-name.ts";
import { useText } from "../i18n/use-text.ts";
import { dateTime, dayText } from "../time/dates.ts";
import { Acts } from "./Acts.tsx";
import { DelegationRecord } from "./DelegationRecord.tsx";
import { AnswerDialog } from "./AnswerDialog.tsx";
import { Standing } from "./Standing.tsx";
import { useScopeText } from "./use-scope-text.ts";
import { useAnswer, useDelegation, type AnswerName } from "./use-delegations.ts";

export default function DelegationPage() {
  const text = useText();
  const { delegationId = "" } = useParams();
  const query = useDelegation(delegationId);
  if (query.data) return <DelegationSheets delegation={query.data} />;
  return (
    <Page title={text("delegations.title")}>
      {query.error ? <ProblemNotice error={query.error} retry={() => void query.refetch()} /> : <Loading />}
    </Page>
  );
}

function DelegationSheets({ delegation }: { delegation: DelegationView }) {
  const text = useText();
  return (
    <Page
      above={<TextLink to="/delegations">{text("delegations.title")}</TextLink>}
      title={text("delegations.forName", { name: delegation.to.name })}
      aside={<Standing status={delegation.status} />}
    >
      <Answers delegation={delegation} />
      <Sheet>
        <Terms delegation={delegation} />
      </Sheet>
      <Sheet title={text("delegations.acts")} flush>
        <Acts delegationId={delegation.id} />
      </Sheet>
      <Sheet title={text("delegations.record")}>
        <DelegationRecord delegationId={delegation.id} />
      </Sheet>
    </Page>
  );
}

function Terms({ delegation }: { delegation: DelegationView }) {
  const text = useText();
  const postName = usePostName();
  const scopeText = useScopeText();
  const { from, to, start, end, document, madeBy, madeAt, acceptedAt, endedAt } = delegation;
  const seat = ({ name, post }: DelegationView["from"]) => text("delegations.seat", { name, post: postName(post) });
  return (
    <Facts
      facts={[
        [text("delegations.from"), seat(from)],
        [text("delegations.to"), seat(to)],
        [text("delegations.period"), text("delegations.periodText", { start: dayText(start), end: dayText(end) })],
        [text("delegations.scope"), scopeText(delegation)],
        [
          text("delegations.document"),
          text("delegations.documentText", { number: document.number, date: dayText(document.date) }),
        ],
        [text("delegations.madeBy"), `${madeBy}, ${dateTime(madeAt)}`],
        ...(acceptedAt ? [[text("delegations.acceptedAt"), dateTime(acceptedAt)] as const] : []),
        ...(endedAt ? [[text("delegations.endedAt"), dateTime(endedAt)] as const] : []),
      ]}
    />
  );
}

const words = { accepted: "accept", declined: "decline", ended: "end" } as const;

function Answers({ delegation: { id, answers } }: { delegation: DelegationView }) {
  const text = useText();
  const accept = useAnswer(id);
  const [asking, setAsking] = useState<Exclude<AnswerName, "accepted"> | null>(null);
  if (answers.length === 0 && asking === null) return null;
  return (
    <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, mb: 2 }}>
      {answers.map((answer) => (
        <Button
          key={answer}
          variant={answer === "accepted" ? "contained" : "outlined"}
          color={answer === "accepted" ? "primary" : "error"}
          disabled={accept.isPending}
          onClick={() => (answer === "accepted" ? accept.mutate({ answer, reason: "" }) : setAsking(answer))}
        >
          {text(`delegations.${words[answer]}`)}
        </Button>
      ))}
      {accept.error && <ProblemNotice error={accept.error} />}
      {asking && <AnswerDialog delegationId={id} answer={asking} onClose={() => setAsking(null)} />}
    </Box>
  );
}
