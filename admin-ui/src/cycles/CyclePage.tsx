import { Button } from "@mui/material";
import { Link, useParams } from "react-router";
import { Page } from "../elements/Page.tsx";
import { Loading, ProblemNotice } from "../elements/States.tsx";
import { useText } from "../i18n/use-text.ts";
import { useMe } from "../layout/use-me.ts";
import { maySee } from "../providers/areas.ts";
import { CampaignHead } from "./CampaignHead.tsx";
import { Members } from "./Members.tsx";
import { useCampaign } from "./use-campaign.ts";

export default function CyclePage() {
  const text = useText();
  const { campaignId = "" } = useParams();
  const query = useCampaign(campaignId);
  const { data: me } = useMe();
  const campaign = query.data;
  if (campaign === undefined) {
    return (
      <Page title={text("rounds.reports")}>
        {query.error ? <ProblemNotice error={query.error} retry={() => void query.refetch()} /> : <Loading />}
      </Page>
    );
  }
  const desk = me && maySee(me.grants, "desk");
  return (
    <Page
      title={text("cycles.name", { year: campaign.year })}
      lead={text(`cycles.status.${campaign.status}`)}
      aside={
        <>
          {desk && (
            <Button component={Link} to={`/cycles/${campaign.id}/desk`} variant="contained">
              {text("cycles.desk")}
            </Button>
          )}
          {campaign.dossierId && (
            <Button component={Link} to={`/cases/${campaign.dossierId}`} variant="outlined">
              {text("cycles.dossier")}
            </Button>
          )}
        </>
      }
    >
      <CampaignHead campaign={campaign} />
      <Members campaign={campaign} />
    </Page>
  );
}
