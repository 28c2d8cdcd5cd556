import type { MemberPosition } from "../../../domain/campaign/position.ts";
import type { Tone } from "../theme/palette.ts";

export const toneOf: Readonly<Record<MemberPosition, Tone>> = {
  drafting: "neutral",
  "in-agency": "info",
  sent: "accent",
  returned: "soon",
  accepted: "good",
  consolidated: "good",
  refused: "neutral",
  withdrawn: "neutral",
  lapsed: "neutral",
};
