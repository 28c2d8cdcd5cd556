import { Button } from "@mui/material";
import { Link, useParams } from "react-router";
import { useCampaign } from "../cycles/use-campaign.ts";
import { Page } from "../elements/Page.tsx";
import { Loading, ProblemNotice } from "../elements/States.tsx";
import { useText } from "../i18n/use-text.ts";
import { useMe } from "../layout/use-me.ts";
import { maySee } from "../providers/areas.ts";
import { BeginRequest } from "./BeginRequest.tsx";
import { RoundHead } from "./RoundHead.tsx";
import { RoundMoney } from "./RoundMoney.tsx";
import { RoundRequests } from "./RoundRequests.tsx";

/** One round: for the department who is where with how much, for an agency its own requests. */
export default function RoundPage() {
  const text = useText();
  const { campaignId = "" } = useParams();
  const query = useCampaign(campaignId);
  const { data: me } = useMe();
  const round = query.data;
  if (round === undefined) {
    return (
      <Page title={text("rounds.title")}>
        {query.error ? <ProblemNotice error={query.error} retry={() => void query.refetch()} /> : <Loading />}
      </Page>
    );
  }
  return (
    <Page
      title={round.round?.name ?? text("rounds.title")}
      lead={text(`rounds.status.${round.status}`)}
      aside={
        <>
          <BeginRequest round={round} prominent />
          {me && maySee(me.grants, "desk") && (
            <Button component={Link} to={`/rounds/${round.id}/desk`} variant="outlined">
              {text("rounds.desk")}
            </Button>
          )}
          {me && maySee(me.grants, "desk") && round.dossierId && (
            <Button component={Link} to={`/cases/${round.dossierId}`} variant="outlined">
              {text("rounds.dossier")}
            </Button>
          )}
        </>
      }
    >
      <RoundHead round={round} />
      <RoundRequests campaignId={round.id} />
      <RoundMoney campaignId={round.id} />
    </Page>
  );
}
