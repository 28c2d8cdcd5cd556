import type { input } from "zod";
import type { ceilingSchema } from "../../domain/contracts/ceilings.ts";
import { COUNTED_STAGES, standingOf } from "../../domain/funding/ceiling.ts";
import type { CeilingListRow } from "../../store/index.ts";

type View = input<typeof ceilingSchema>;

export const ceilingView = ({ counted, window, ...row }: CeilingListRow): View => ({
  ...row,
  window: window === "" ? null : window,
  stages: Object.fromEntries(
    COUNTED_STAGES.map((stage) => [stage, { counted: counted[stage], ...standingOf(row.amount, counted[stage]) }]),
  ) as View["stages"],
});
