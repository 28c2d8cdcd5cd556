import { useState } from "react";
import { Alert, Box, Button, Typography } from "@mui/material";
import { Link, useParams } from "react-router";
import type { DeskView } from "../../../domain/contracts/campaigns.ts";
import type { ConsolidatedReport } from "../../../domain/report/consolidated-schema.ts";
import { Page } from "../elements/Page.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { Empty, Loading, ProblemNotice } from "../elements/States.tsx";
import { useLabel, useText } from "../i18n/use-text.ts";
import { ConsolidatedView } from "../report/ConsolidatedView.tsx";
import { DossierDesk } from "./DossierDesk.tsx";
import { MemberGroups } from "./MemberGroups.tsx";
import { StartEarly } from "./StartEarly.tsx";
import { useDesk } from "./use-desk.ts";

export default function DeskPage() {
  const text = useText();
  const { campaignId = "" } = useParams();
  const query = useDesk(campaignId);
  if (query.data) return <Desk desk={query.data} />;
  return (
    <Page title={text("desk.title")}>
      {query.error ? <ProblemNotice error={query.error} retry={() => void query.refetch()} /> : <Loading lines={8} />}
    </Page>
  );
}

function Desk({ desk }: { desk: DeskView }) {
  const text = useText();
  const { campaign, dossier, members, preview } = desk;
  const report = preview as ConsolidatedReport | null;
  return (
    <Page
      title={text("desk.title")}
      lead={text("desk.lead", { year: campaign.year })}
      aside={
        <Button component={Link} to={`/cycles/${campaign.id}`} variant="outlined">
          {text("home.cycleOpen")}
        </Button>
      }
    >
      <Box sx={{ display: "grid", gap: 2.5, "& > *": { minWidth: 0 } }}>
        {dossier ? (
          <DossierOrProgress desk={desk} dossier={dossier} />
        ) : (
          <Sheet>
            <StartEarly campaign={campaign} />
          </Sheet>
        )}
        <MemberGroups campaign={campaign} members={members} />
        <Sheet title={text("desk.preview")}>
          {report && report.members.length > 0 ? (
            <ConsolidatedView report={report} />
          ) : (
            <Empty title={text("desk.previewEmpty")} />
          )}
        </Sheet>
      </Box>
    </Page>
  );
}

/** Once frozen the desk only shows where the dossier lies. */
function DossierOrProgress({ desk, dossier }: { desk: DeskView; dossier: NonNullable<DeskView["dossier"]> }) {
  const text = useText();
  const label = useLabel();
  const [frozenHere, setFrozenHere] = useState(false);
  // The receipt stays on screen until the person leaves it, though the dossier has moved on by then.
  if (dossier.step === "consolidate" || frozenHere) {
    return <DossierDesk dossierId={dossier.id} desk={desk} onDeciding={setFrozenHere} />;
  }
  return (
    <Alert
      severity="info"
      action={
        <Button component={Link} to={`/cases/${dossier.id}`} color="inherit">
          {text("desk.openDossier")}
        </Button>
      }
    >
      <Typography>{text("desk.movedOn", { state: label(dossier.state) })}</Typography>
    </Alert>
  );
}
