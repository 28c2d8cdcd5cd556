import { useState, type ReactNode } from "react";
import { Button } from "@mui/material";
import type { CampaignView, MemberView } from "../../../domain/contracts/campaigns.ts";
import type { Column } from "../elements/DataTable.tsx";
import { useText } from "../i18n/use-text.ts";
import { StandingDialog, type StandingVerb } from "./StandingDialog.tsx";

const verbOf = (member: MemberView): StandingVerb => (member.excluded ? "include" : "exclude");

/**
 * Takes agencies out of a cycle, or back into it: a column for those who may, and the dialog, which outlives the row it
 * was opened from.
 */
export function useStanding(campaign: CampaignView): { columns: Column<MemberView>[]; dialog: ReactNode } {
  const text = useText();
  const [chosen, setChosen] = useState<{ member: MemberView; verb: StandingVerb } | null>(null);
  const offered = (verb: StandingVerb) => campaign.actions.some((one) => one.verb === verb && one.enabled);
  const button = (member: MemberView) => {
    const verb = verbOf(member);
    if (!offered(verb) || member.position === "consolidated") return null;
    return (
      <Button
        size="small"
        color="inherit"
        sx={{ whiteSpace: "nowrap" }}
        aria-label={text(`standing.${verb}Of`, { unit: member.unitName })}
        onClick={() => setChosen({ member, verb })}
      >
        {text(`standing.${verb}`)}
      </Button>
    );
  };
  const may = offered("exclude") || offered("include");
  return {
    columns: may ? [{ key: "standing", label: text("standing.column"), cell: button }] : [],
    dialog: chosen && <StandingDialog campaign={campaign} {...chosen} onClose={() => setChosen(null)} />,
  };
}
