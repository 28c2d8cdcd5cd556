import type { DelegationView } from "../../../domain/contracts/delegations.ts";
import { Tag } from "../elements/Tag.tsx";
import { useText } from "../i18n/use-text.ts";
import type { Tone } from "../theme/palette.ts";

const tones: Record<DelegationView["status"], Tone> = {
  valid: "good",
  upcoming: "accent",
  awaiting: "soon",
  declined: "neutral",
  ended: "neutral",
  expired: "neutral",
};

export function Standing({ status }: Pick<DelegationView, "status">) {
  const text = useText();
  return <Tag tone={tones[status]}>{text(`delegations.status.${status}`)}</Tag>;
}
