import { useState } from "react";
import { Alert, Box, Button, Typography } from "@mui/material";
import { Link, useParams } from "react-router";
import type { FundingDeskView } from "../../../domain/contracts/rounds.ts";
import type { FundingList } from "../../../domain/funding/list.ts";
import { StartEarly } from "../desk/StartEarly.tsx";
import { Page } from "../elements/Page.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { Loading, ProblemNotice } from "../elements/States.tsx";
import { useLabel, useText } from "../i18n/use-text.ts";
import { LeftOut } from "./LeftOut.tsx";
import { ListDossier } from "./ListDossier.tsx";
import { ListPreview } from "./ListPreview.tsx";
import { ToAppraise } from "./ToAppraise.tsx";
import { useListDesk } from "./use-list-desk.ts";

export default function ListDeskPage() {
  const text = useText();
  const { campaignId = "" } = useParams();
  const query = useListDesk(campaignId);
  if (query.data) return <ListDesk desk={query.data} />;
  return (
    <Page title={text("listDesk.title")}>
      {query.error ? <ProblemNotice error={query.error} retry={() => void query.refetch()} /> : <Loading lines={8} />}
    </Page>
  );
}

function ListDesk({ desk }: { desk: FundingDeskView }) {
  const text = useText();
  const { campaign, dossier, left } = desk;
  const list = desk.list as unknown as FundingList;
  return (
    <Page
      title={text("listDesk.title")}
      lead={campaign.round?.name}
      aside={
        <Button component={Link} to={`/rounds/${campaign.id}`} variant="outlined">
          {text("rounds.see")}
        </Button>
      }
    >
      {dossier ? (
        <DossierOrProgress desk={desk} list={list} dossier={dossier} />
      ) : (
        <Sheet>
          <StartEarly campaign={campaign} words="listDesk" />
        </Sheet>
      )}
      <ToAppraise left={left} />
      <ListPreview list={list} />
      <LeftOut left={left} />
    </Page>
  );
}

interface DossierProps {
  desk: FundingDeskView;
  list: FundingList;
  dossier: NonNullable<FundingDeskView["dossier"]>;
}

/** Once frozen the desk only shows where the list lies. */
function DossierOrProgress({ desk, list, dossier }: DossierProps) {
  const text = useText();
  const label = useLabel();
  const [frozenHere, setFrozenHere] = useState(false);
  // The receipt stays on screen until the person leaves it, though the list has moved on by then.
  if (dossier.step === "consolidate" || frozenHere) {
    return <ListDossier desk={desk} list={list} dossierId={dossier.id} onDeciding={setFrozenHere} />;
  }
  return (
    <Box sx={{ mb: 2.5 }}>
      <Alert
        severity="info"
        action={
          <Button component={Link} to={`/cases/${dossier.id}`} color="inherit">
            {text("listDesk.openDossier")}
          </Button>
        }
      >
        <Typography>{text("listDesk.movedOn", { state: label(dossier.state) })}</Typography>
      </Alert>
    </Box>
  );
}
