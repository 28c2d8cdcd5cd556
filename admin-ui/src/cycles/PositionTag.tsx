import type { MemberView } from "../../../domain/contracts/campaigns.ts";
import { Tag } from "../elements/Tag.tsx";
import { toneOf } from "../rounds/position-tone.ts";
import { useText } from "../i18n/use-text.ts";
import type { Tone } from "../theme/palette.ts";

const tones: Record<MemberView["position"], Tone> = { ...toneOf, excluded: "neutral" };

export function PositionTag({ position }: { position: MemberView["position"] }) {
  const text = useText();
  return <Tag tone={tones[position]}>{text(`cycles.positions.${position}`)}</Tag>;
}
