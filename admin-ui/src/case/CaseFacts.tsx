import type { CaseView } from "../../../domain/contracts/cases.ts";
import { DueTag } from "../elements/DueTag.tsx";
import { Facts } from "../elements/Facts.tsx";
import { Sheet } from "../elements/Sheet.tsx";
import { usePostName } from "../elements/use-post-name.ts";
import { useLabel, useText } from "../i18n/use-text.ts";
import { dateTime, dueDate } from "../time/dates.ts";

export function CaseFacts({ view }: { view: CaseView }) {
  const text = useText();
  const label = useLabel();
  const postName = usePostName();
  const { due, content, clock } = view;
  return (
    <Sheet title={text("case.info")}>
      <Facts
        facts={[
          ...(view.outcome === null
            ? ([
                [text("case.atDesk"), view.holders.map(postName).join("; ") || text("case.nobody")],
                [text("case.stepDue"), view.dueAt ? <DueTag {...view} /> : text("due.none")],
              ] as const)
            : []),
          ...(clock.pausedAt
            ? ([[text("case.paused"), text("case.pausedSince", { date: dateTime(clock.pausedAt) })]] as const)
            : []),
          ...(clock.missingYear
            ? ([[text("case.stepDue"), text("case.missingYear", { year: clock.missingYear })]] as const)
            : []),
          ...clock.extensions.map(
            ({ from, to, reason }) =>
              [
                text("case.extended"),
                text("case.extendedBy", { from: dueDate(from), to: dueDate(to), reason }),
              ] as const,
          ),
          [text("case.round"), view.round],
          [text("case.version"), content ? text("case.versionOf", { number: content.number }) : text("case.noContent")],
          [text("case.number"), view.numbers.map(({ number }) => number).join("; ") || "–"],
          [text("case.pipeline"), label(view.pipelineName)],
          ...(due
            ? ([
                [text("case.legalDue"), dueDate(due.legalDue)],
                [text("case.effectiveDue"), dueDate(due.effectiveDue)],
                [text("case.internalTarget"), dueDate(due.internalTarget)],
              ] as const)
            : []),
        ]}
      />
    </Sheet>
  );
}
