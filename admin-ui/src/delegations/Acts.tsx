import type { DelegatedAct } from "../../../domain/contracts/delegations.ts";
import { useEventName } from "../case/use-event-name.ts";
import { DataTable, type Column } from "../elements/DataTable.tsx";
import { Pager, useCursors } from "../elements/Pager.tsx";
import { Answered, Empty } from "../elements/States.tsx";
import { TextLink } from "../elements/TextLink.tsx";
import { useLabel, useText } from "../i18n/use-text.ts";
import { dateTime } from "../time/dates.ts";
import { useActs } from "./use-delegations.ts";

function useColumns(): Column<DelegatedAct>[] {
  const text = useText();
  const label = useLabel();
  const eventName = useEventName();
  return [
    {
      key: "case",
      label: text("cases.name"),
      head: true,
      cell: ({ caseId, title }) => <TextLink to={`/cases/${caseId}`}>{title}</TextLink>,
    },
    {
      key: "act",
      label: text("delegations.act"),
      cell: ({ type, stepName }) => `${eventName(type)} · ${label(stepName)}`,
    },
    { key: "by", label: text("delegations.by"), cell: ({ by }) => by },
    { key: "at", label: text("delegations.at"), whole: true, cell: ({ at }) => dateTime(at) },
  ];
}

/** What was done on behalf: each act names both persons in the case's own log, too. */
export function Acts({ delegationId }: { delegationId: string }) {
  const text = useText();
  const columns = useColumns();
  const cursors = useCursors();
  const acts = useActs(delegationId, cursors.cursor);
  return (
    <Answered query={acts}>
      {({ items, next }) =>
        items.length > 0 ? (
          <>
            <DataTable
              caption={text("delegations.acts")}
              columns={columns}
              rows={items}
              idOf={({ caseId, at }) => `${caseId} ${at}`}
            />
            <Pager cursors={cursors} next={next} />
          </>
        ) : (
          <Empty title={text("delegations.actsEmpty")}>{text("delegations.actsEmptyText")}</Empty>
        )
      }
    </Answered>
  );
}
