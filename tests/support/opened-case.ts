import { openCase, type CaseInput, type SealedEvent, type Transition } from "../../domain/engine/index.ts";
import { compactCalendar } from "../../domain/calendar/index.ts";
import { VIETNAM_YEARS } from "../../domain/calendar/vietnam-days.ts";
import { annualReport } from "../../domain/pipelines/index.ts";
import { SEATS } from "../../domain/rights/index.ts";
import { evolve, GENESIS } from "../../domain/engine/index.ts";

const calendar = compactCalendar(
  "test",
  [2026, 2027],
  VIETNAM_YEARS.flatMap((listed) => listed.days),
);

export const inputFor = (caseId: string, over: Partial<CaseInput> = {}): CaseInput => ({
  caseId,
  title: "Báo cáo năm 2026 – Sở Y tế",
  year: 2026,
  campaignId: null,
  pipeline: annualReport,
  parties: { owner: "SYT", ...SEATS },
  settings: { contentReview: true },
  due: null,
  calendar,
  ...over,
});

export const opened = (input: CaseInput, now: number): Transition => openCase(input, now);

/** The states after each event of a story, as the workflow would have told them. */
export function transitionsOf(input: CaseInput, events: readonly SealedEvent[]): Transition[] {
  const first = openCase(input, events[0]?.at ?? 0);
  if (first.event.hash !== events[0]?.hash || first.event.prevHash !== GENESIS) throw new Error("another opening");
  let state = first.state;
  return [first, ...events.slice(1).map((event) => ({ event, state: (state = evolve(input, state, event)) }))];
}
