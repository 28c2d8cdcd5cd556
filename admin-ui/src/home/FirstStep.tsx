import { Box, Button } from "@mui/material";
import { Link } from "react-router";
import type { Me } from "../../../domain/contracts/directory.ts";
import type { MessageKey } from "../i18n/messages.ts";
import { useText } from "../i18n/use-text.ts";

/** The one thing to do now, by what the server says this person has and may. */
function stepsOf({ home, grants }: Me): [MessageKey, string][] {
  const has = (grant: Me["grants"][number]) => grants.includes(grant);
  const steps: [MessageKey, string][] = [];
  const draft = home.drafts[0];
  if (draft) steps.push(["home.firstDraft", `/cases/${draft.caseId}/draft`]);
  if (!draft && home.waiting > 0) steps.push(["home.firstInbox", "/inbox"]);
  if (has("consolidate") && home.campaignId) steps.push(["home.firstDesk", `/cycles/${home.campaignId}/desk`]);
  if (has("administer")) steps.push(["home.firstStuck", "/stuck"], ["menu.cycles", "/cycles"]);
  else if (has("oversee") && home.campaignId) steps.push(["home.firstCycle", `/cycles/${home.campaignId}`]);
  return steps;
}

export function FirstStep({ me }: { me: Me }) {
  const text = useText();
  const steps = stepsOf(me);
  if (steps.length === 0) return null;
  return (
    <Box sx={{ display: "flex", gap: 1, flexWrap: "wrap", mb: 2.5 }}>
      {steps.map(([key, to], index) => (
        <Button key={to} component={Link} to={to} variant={index === 0 ? "contained" : "outlined"} size="large">
          {text(key)}
        </Button>
      ))}
    </Box>
  );
}
