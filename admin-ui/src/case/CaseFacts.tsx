import type { ReactNode } from "react";
import type { CaseView } from "../../../domain/contracts/cases.ts";
import { Facts } from "../elements/Facts.tsx";
import { usePostName } from "../elements/use-post-name.ts";
import { useLabel, useText } from "../i18n/use-text.ts";
import { dateTime, dueDate } from "../time/dates.ts";

type Fact = readonly [label: string, value: ReactNode];

/** A clock that stands still, a term that was moved, a year whose working days are missing. */
function useClockFacts({ clock }: CaseView): Fact[] {
  const text = useText();
  const moved = clock.extensions.map(({ from, to, reason }): Fact => [
    text("case.extended"),
    text("case.extendedBy", { from: dueDate(from), to: dueDate(to), reason }),
  ]);
  return [
    ...(clock.pausedAt
      ? [[text("case.paused"), text("case.pausedSince", { date: dateTime(clock.pausedAt) })] as const]
      : []),
    ...(clock.missingYear
      ? [[text("case.stepDue"), text("case.missingYear", { year: clock.missingYear })] as const]
      : []),
    ...moved,
  ];
}

export function CaseFacts({ view }: { view: CaseView }) {
  const text = useText();
  const label = useLabel();
  const postName = usePostName();
  const clockFacts = useClockFacts(view);
  const { due, content, numbers } = view;
  const atDesk: Fact = [text("case.atDesk"), view.holders.map(postName).join("; ") || text("case.nobody")];
  const symbols: Fact = [text("case.number"), numbers.map(({ number }) => number).join("; ")];
  const terms: Fact[] = due
    ? [
        [text("case.legalDue"), dueDate(due.legalDue)],
        [text("case.effectiveDue"), dueDate(due.effectiveDue)],
        [text("case.internalTarget"), dueDate(due.internalTarget)],
      ]
    : [];
  return (
    <Facts
      facts={[
        ...(view.outcome === null ? [atDesk] : []),
        ...clockFacts,
        [text("case.round"), view.round],
        [text("case.version"), content ? text("case.versionOf", { number: content.number }) : text("case.noContent")],
        ...(numbers.length > 0 ? [symbols] : []),
        [text("case.pipeline"), label(view.pipelineName)],
        ...terms,
      ]}
    />
  );
}
