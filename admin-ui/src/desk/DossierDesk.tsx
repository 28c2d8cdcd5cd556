import { useState } from "react";
import { Alert, AlertTitle, Box, Button, Typography } from "@mui/material";
import { Link } from "react-router";
import type { ActionView, CaseView } from "../../../domain/contracts/cases.ts";
import type { DeskView, MemberView } from "../../../domain/contracts/campaigns.ts";
import { UnsentCommand } from "../case/UnsentCommand.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { Answered } from "../elements/States.tsx";
import { useLabel, useText } from "../i18n/use-text.ts";
import { percent } from "../time/numbers.ts";
import { FreezeDialog } from "./FreezeDialog.tsx";
import { OwnText } from "./OwnText.tsx";
import { unexplained } from "./use-desk.ts";
import { useDossier } from "./use-dossier.ts";

/** As the desk stood when the person decided to freeze: what is confirmed must not change under the dialog. */
interface Freezing {
  view: CaseView;
  action: ActionView;
  missing: readonly MemberView[];
  seen: string;
}

interface DossierDeskProps {
  dossierId: string;
  desk: DeskView;
  onDeciding: (open: boolean) => void;
}

function Problems({ problems }: { problems: DeskView["problems"] }) {
  const text = useText();
  if (problems.length === 0) return null;
  return (
    <Alert severity="warning">
      <AlertTitle>{text("desk.problems")}</AlertTitle>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {problems.map((problem) => (
          <li key={problem.path + problem.code}>{problem.message}</li>
        ))}
      </Box>
    </Alert>
  );
}

export function DossierDesk({ dossierId, desk, onDeciding }: DossierDeskProps) {
  const text = useText();
  const label = useLabel();
  const { view, draft, own, setOwn, freeze, unsaved, version } = useDossier(dossierId);
  const [freezing, setFreezing] = useState<Freezing | null>(null);
  const missing = unexplained(desk.members);
  const { owing } = desk.campaign.counts;
  const open = (decision: Freezing | null) => {
    setFreezing(decision);
    onDeciding(decision !== null);
  };
  const problems = [...desk.problems, ...(own ?? draft.data ?? { problems: [] }).problems];
  return (
    <>
      <UnsentCommand caseId={dossierId} />
      <Sheet title={text("desk.freezeTitle")}>
        <Box sx={{ display: "grid", gap: 1.5 }}>
          <Typography>
            {text("desk.included", { included: owing - missing.length, owing })}
            {desk.minimumPercent > 0 && `. ${text("desk.minimum", { percent: percent(desk.minimumPercent) })}`}
          </Typography>
          <Problems problems={problems} />
          <Box sx={{ display: "flex", gap: 1.5, flexWrap: "wrap", alignItems: "center" }}>
            {freeze && (
              <Button
                variant="contained"
                disabled={!freeze.enabled || unsaved || version === undefined}
                onClick={() => view.data && open({ view: view.data, action: freeze, missing, seen: desk.seen })}
              >
                {label(freeze.label)}
              </Button>
            )}
            <Button component={Link} to={`/cases/${dossierId}`} variant="outlined">
              {text("desk.openDossier")}
            </Button>
            {unsaved && <Typography variant="body2">{text("check.saveFirst")}</Typography>}
          </Box>
          {freeze?.reason && <Typography color="text.secondary">{freeze.reason}</Typography>}
        </Box>
      </Sheet>
      {view.data?.draft.editable && (
        <Sheet title={text("desk.ownText")}>
          <Answered query={draft}>{(loaded) => <OwnText initial={loaded} onDraft={setOwn} />}</Answered>
        </Sheet>
      )}
      {freezing && version !== undefined && (
        <FreezeDialog
          {...freezing}
          draftVersion={version}
          missing={freezing.missing.map(({ unit, unitName }) => ({
            unit,
            label: text("desk.reasonFor", { unit: unitName }),
          }))}
          texts={{
            title: text("desk.freezeTitle"),
            text: text("desk.freezeText"),
            note: text("desk.missingNote", { smart_count: freezing.missing.length }),
            common: text("desk.bulkReason"),
            done: text("desk.openDossier"),
          }}
          onClose={() => open(null)}
        />
      )}
    </>
  );
}
