import type { MemberView } from "../../../domain/contracts/campaigns.ts";
import { Tag } from "../elements/Tag.tsx";
import { useText } from "../i18n/use-text.ts";
import type { Tone } from "../theme/palette.ts";

const tones: Record<MemberView["position"], Tone> = {
  drafting: "neutral",
  "in-agency": "info",
  sent: "accent",
  returned: "soon",
  accepted: "good",
  consolidated: "good",
  excluded: "neutral",
};

export function PositionTag({ position }: { position: MemberView["position"] }) {
  const text = useText();
  return <Tag tone={tones[position]}>{text(`cycles.positions.${position}`)}</Tag>;
}
