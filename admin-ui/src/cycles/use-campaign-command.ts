import { useState } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { CampaignView } from "../../../domain/contracts/campaigns.ts";
import { isOutcomeUnknown } from "../providers/api-problem.ts";
import { newCommandId } from "../providers/command-id.ts";
import type { CallOptions } from "../providers/api-client.ts";
import type { endpoints } from "../../../domain/contracts/index.ts";
import { useProvider } from "../providers/use-provider.ts";

type Body = CallOptions<typeof endpoints.sendCampaignCommand>["body"]["body"];

/** One command on a cycle, with an id of its own for as long as nobody knows what became of it. */
export function useCampaignCommand(campaign: CampaignView, verb: Body["verb"]) {
  const provider = useProvider();
  const client = useQueryClient();
  const action = campaign.actions.find((one) => one.verb === verb);
  const [id, setId] = useState(newCommandId);
  const sending = useMutation({
    mutationFn: (body: Body) =>
      provider.sendCampaignCommand(campaign.id, {
        id,
        ...(action?.as && { as: { unit: action.as.unit, role: action.as.role } }),
        body,
      }),
    onSuccess: () => client.invalidateQueries(),
    // An answer that never came keeps its id: sending again is then the same command.
    onError: (error) => !isOutcomeUnknown(error) && setId(newCommandId()),
  });
  return { action, sending };
}
